package io.fraywatch.eval;

import io.fraywatch.analyze.CurtLab;
import io.fraywatch.analyze.CurtLab.Sender;
import io.fraywatch.sync.Casebook;
import java.io.IOException;
import java.util.List;

/// How often ordinary mails are called curt, sender by sender, and whether a planted change of
/// manner is seen: each sender's last ten mails again, cut to a third of their words and bare of
/// courtesies.
final class Curt implements Measure {
    private static final int LEAST_MAILS = 30;
    private static final int PLANTED = 10;

    @Override
    public String title() {
        return "Curt";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        Casebook book = RealMail.vendorList(corpora);
        List<Sender> senders = CurtLab.senders(book, LEAST_MAILS, PLANTED);
        String data = senders.size() + " senders with 30 mails or more, vendor list";
        double mean = senders.stream().mapToDouble(Sender::share).average().orElse(0);
        double spread =
                Math.sqrt(
                        senders.stream()
                                .mapToDouble(s -> (s.share() - mean) * (s.share() - mean))
                                .average()
                                .orElse(0));
        return List.of(
                Figure.told("ordinary mails called curt, mean of senders", data, mean),
                Figure.told("ordinary mails called curt, spread (σ) of senders", data, spread),
                Figure.told(
                        "ordinary mails called curt, worst sender",
                        data,
                        senders.stream().mapToDouble(Sender::share).max().orElse(0)),
                Figure.told(
                        "ordinary mails within a lasting shift, mean of senders",
                        data,
                        senders.stream()
                                .mapToDouble(s -> Figure.share(s.lasting(), s.mails()))
                                .average()
                                .orElse(0)),
                Figure.atLeast(
                        "planted change of manner seen as lasting",
                        data,
                        Figure.share(
                                senders.stream().filter(Sender::shiftFound).count(),
                                senders.size()),
                        0.9));
    }
}
