package io.fraywatch.eval;

import io.fraywatch.analyze.CurtLab;
import io.fraywatch.analyze.CurtLab.Sender;
import io.fraywatch.sync.Casebook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// How often ordinary mails are called curt, sender by sender, and whether a planted change of
/// manner is seen: each sender's last ten mails again, cut to a third of their words and bare of
/// courtesies.
///
/// Each sender of a list in turn is the client. What is general in the rule was taken from half of
/// them, by a hash of their address; the others are held out.
final class Curt implements Measure {
    private static final int LEAST_MAILS = 30;
    private static final int PLANTED = 10;

    private static final double MOST_SPREAD = 0.03;
    private static final double MOST_WORST = 0.12;
    private static final double LEAST_SEEN = 0.9;

    @Override
    public String title() {
        return "Curt";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Sender> vendor = senders(RealMail.vendorList(corpora));
        List<Sender> lists = senders(RealMail.lists(corpora));
        List<Sender> kernel = senders(RealMail.kernelList(corpora));
        List<Sender> all = new ArrayList<>(vendor);
        all.addAll(lists);
        all.addAll(kernel);
        List<Figure> out = new ArrayList<>();
        of("vendor list", vendor, out);
        of("lists of 2002", lists, out);
        of("kernel list", kernel, out);
        measured("all lists, worked on", half(all, Curt::workedOn), out);
        measured("all lists, held out", half(all, sender -> !workedOn(sender)), out);
        String data = data("all lists", all);
        out.add(
                Figure.atLeast(
                        "planted change of manner seen as lasting",
                        data,
                        mean(all, sender -> sender.shiftSeen() ? 1 : 0),
                        LEAST_SEEN));
        out.add(Figure.told("single planted mail called curt", data, mean(all, Sender::onceSeen)));
        return out;
    }

    private static List<Sender> senders(Casebook book) {
        return CurtLab.senders(book.cases(), LEAST_MAILS, PLANTED);
    }

    private static boolean workedOn(Sender sender) {
        return Math.floorMod(sender.address().hashCode(), 2) == 0;
    }

    private static List<Sender> half(List<Sender> senders, Predicate<Sender> which) {
        return senders.stream().filter(which).toList();
    }

    private static void of(String list, List<Sender> senders, List<Figure> out) {
        String data = data(list, senders);
        out.add(
                Figure.told(
                        "ordinary mails called curt, mean of senders",
                        data,
                        mean(senders, Sender::share)));
        out.add(
                Figure.told(
                        "ordinary mails called curt, worst sender",
                        data,
                        worst(senders, Sender::share)));
    }

    private static void measured(String half, List<Sender> senders, List<Figure> out) {
        String data = data(half, senders);
        double mean = mean(senders, Sender::share);
        out.add(Figure.told("ordinary mails called curt, mean of senders", data, mean));
        out.add(
                Figure.atMost(
                        "ordinary mails called curt, spread (σ) of senders",
                        data,
                        Math.sqrt(mean(senders, s -> (s.share() - mean) * (s.share() - mean))),
                        MOST_SPREAD));
        out.add(
                Figure.atMost(
                        "ordinary mails called curt, worst sender",
                        data,
                        worst(senders, Sender::share),
                        MOST_WORST));
        out.add(
                Figure.told(
                        "ordinary mails curt or within a lasting shift, mean of senders",
                        data,
                        mean(senders, Sender::flaggedShare)));
        out.add(
                Figure.told(
                        "ordinary mails curt or within a lasting shift, worst sender",
                        data,
                        worst(senders, Sender::flaggedShare)));
        out.add(
                Figure.told(
                        "planted change of manner seen as lasting",
                        data,
                        mean(senders, sender -> sender.shiftSeen() ? 1 : 0)));
    }

    private static String data(String list, List<Sender> senders) {
        return senders.size() + " senders with " + LEAST_MAILS + " mails or more, " + list;
    }

    private static double mean(List<Sender> senders, ToDoubleFunction<Sender> value) {
        return senders.stream().mapToDouble(value).average().orElse(0);
    }

    private static double worst(List<Sender> senders, ToDoubleFunction<Sender> value) {
        return senders.stream().mapToDouble(value).max().orElse(0);
    }
}
