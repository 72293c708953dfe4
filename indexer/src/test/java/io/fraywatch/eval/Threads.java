package io.fraywatch.eval;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conversations against what suites and headers of real archives say.
final class Threads implements Measure {
    private static final String USRP = "1-threads/usrp-users_2019-2021";
    private static final int SEEDS = 3;
    private static final double LOST = 0.2;
    private static final Pattern FIELD =
            Pattern.compile("\"(file|thread)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Threader threader = new Threader(new Identity(Set.of(), Set.of()));

    @Override
    public String title() {
        return "Threads";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>(new ThreadSuites(corpora).figures());
        Map<String, String> truth = usrpTruth(corpora);
        archive(
                "usrp",
                Archive.of(corpora.files(USRP + ".maildir"), Threads::usrpName),
                truth,
                true,
                figures);
        Archive ham =
                Archive.of(
                        corpora.files("1-threads/spamassassin-dev"),
                        file -> file.getFileName().toString());
        archive("spamassassin", ham, HeaderTruth.of(ham.raw()), false, figures);
        return figures;
    }

    private static String usrpName(Path file) {
        return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
    }

    private static Map<String, String> usrpTruth(Corpora corpora) throws IOException {
        Map<String, String> truth = new HashMap<>();
        for (String line : Files.readAllLines(corpora.unpacked(USRP + ".threads.jsonl"))) {
            Map<String, String> fields = new HashMap<>();
            Matcher matcher = FIELD.matcher(line);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2));
            }
            String file = fields.getOrDefault("file", "");
            truth.put(file.substring(file.indexOf('/') + 1), fields.getOrDefault("thread", ""));
        }
        return truth;
    }

    private void archive(
            String name,
            Archive archive,
            Map<String, String> truth,
            boolean robbedBar,
            List<Figure> figures) {
        Map<String, Message> whole = archive.messages();
        Map<String, String> tied = new HashMap<>(truth);
        tied.values().removeIf(HeaderTruth.open(archive.raw(), truth)::contains);
        Map<String, String> found = groups(whole);
        report(tied, found);
        String mails = name + ", " + truth.size() + " mails";
        figures.add(
                Figure.atLeast(
                        "header truth, pairwise F1",
                        mails
                                + " less "
                                + (truth.size() - tied.size())
                                + " in threads that begin with a reply",
                        Pairs.of(tied, found).f1(),
                        0.995));
        figures.add(
                Figure.told(
                        "header truth, each guess counted wrong",
                        mails,
                        Pairs.of(truth, found).f1()));
        double sum = 0;
        Map<Double, int[]> byCertainty = new TreeMap<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            Map<String, Message> robbed = archive.robbed(whole, LOST, seed);
            sum += Pairs.of(tied, groups(robbed)).f1();
            calibrate(robbed, tied, byCertainty);
        }
        String robbery = "a fifth of the headers lost, pairwise F1";
        String draws = name + ", mean of " + SEEDS + " draws";
        figures.add(
                robbedBar
                        ? Figure.atLeast(robbery, draws, sum / SEEDS, 0.95)
                        : Figure.told(robbery, draws, sum / SEEDS));
        byCertainty.forEach((certainty, counts) ->
                figures.add(
                        Figure.told(
                                "guesses said to be " + certainty + " certain: right",
                                name + ", " + counts[1] + " guesses",
                                Figure.share(counts[0], counts[1]))));
    }

    private Map<String, String> groups(Map<String, Message> mails) {
        Map<MailId, String> groups = new HashMap<>();
        for (Threaded each : threader.thread(mails.values())) {
            each.entries().forEach(entry -> groups.put(entry.message().id(), each.id().toString()));
        }
        Map<String, String> byName = new HashMap<>();
        mails.forEach((name, message) ->
                byName.put(name, groups.getOrDefault(message.id(), "lost " + name)));
        return byName;
    }

    /// Counts the guesses made for robbed mails, and those that are right, by their certainty.
    private void calibrate(
            Map<String, Message> robbed,
            Map<String, String> truth,
            Map<Double, int[]> byCertainty) {
        Map<MailId, String> names = new HashMap<>();
        robbed.forEach((name, message) -> names.put(message.id(), name));
        for (Threaded each : threader.thread(robbed.values())) {
            for (Conversation.Entry entry : each.entries()) {
                String name = names.getOrDefault(entry.message().id(), "");
                if (entry.link() == Link.SUBJECT && entry.parent().isPresent()) {
                    String parent = names.getOrDefault(entry.parent().get(), "");
                    if (!truth.containsKey(name) || !truth.containsKey(parent)) {
                        continue;
                    }
                    boolean right =
                            truth.getOrDefault(name, "").equals(truth.getOrDefault(parent, " "));
                    int[] counts = byCertainty.computeIfAbsent(entry.certainty(), c -> new int[2]);
                    counts[0] += right ? 1 : 0;
                    counts[1]++;
                    if (!right) {
                        Measure.miss(
                                "wrong guess "
                                        + entry.certainty()
                                        + " "
                                        + name
                                        + " -> "
                                        + parent
                                        + " "
                                        + entry.message().headers().subject());
                    }
                }
            }
        }
    }

    private static void report(Map<String, String> truth, Map<String, String> found) {
        Map<String, Map<String, Integer>> byThread = new TreeMap<>();
        Map<String, Map<String, Integer>> byGroup = new TreeMap<>();
        truth.forEach((mail, thread) -> {
            String group = found.getOrDefault(mail, "");
            byThread.computeIfAbsent(thread, t -> new TreeMap<>()).merge(group, 1, Integer::sum);
            byGroup.computeIfAbsent(group, t -> new TreeMap<>()).merge(thread, 1, Integer::sum);
        });
        byThread.forEach((thread, groups) -> {
            if (groups.size() > 1) {
                Measure.miss("split " + thread + " " + groups);
            }
        });
        byGroup.forEach((group, threads) -> {
            if (threads.size() > 1) {
                Measure.miss("joined " + group + " " + threads);
            }
        });
    }
}
