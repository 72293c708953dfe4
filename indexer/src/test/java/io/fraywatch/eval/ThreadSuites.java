package io.fraywatch.eval;

import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.Link;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Subjects;
import io.fraywatch.thread.Threaded;
import io.fraywatch.thread.Threader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Small boxes of peers' test suites with the trees or threads they expect.
///
/// Left out of imaptest, since a conversation isn't an IMAP thread: `thread` (a broken loop splits
/// there; here mails that name each other stay together), `thread2` (two copies of one Message-ID
/// without a subject are strangers there; here they are in one conversation, as two mails), and
/// `thread4` (joins by subject although the mail names what it answers; here that is believed).
final class ThreadSuites {
    private static final String PERL = "4-threading/mail-thread-perl-";
    private static final String IMAPTEST = "4-threading/imaptest-thread";
    private static final String NOTMUCH = "1-threads/notmuch-0.37-corpora";
    private static final List<String> REFERENCES =
            List.of("thread3", "thread5", "thread6", "thread7", "thread8");
    private static final List<String> ORDERED_SUBJECT =
            List.of("thread-orderedsubject", "thread-orderedsubject2");

    private static final Pattern NODE =
            Pattern.compile(
                    "\\[\\s*(\\d+),\\s*\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\]");
    private static final Pattern ROOTS = Pattern.compile("\"rootset\":\\s*(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Threader threader = new Threader(new Identity(Set.of(), Set.of()));
    private final Corpora corpora;
    private int right;
    private int asked;

    ThreadSuites(Corpora corpora) {
        this.corpora = corpora;
    }

    List<Figure> figures() throws IOException {
        List<Figure> figures = new ArrayList<>();
        perl();
        figures.add(figure("trees and root counts", "mail-thread-perl boxes"));
        imaptest();
        figures.add(figure("threads, base subjects and their order", "imaptest scripts"));
        notmuch();
        figures.add(figure("ghosts, duplicate ids, broken references", "notmuch corpora"));
        return figures;
    }

    private Figure figure(String what, String data) {
        Figure figure =
                Figure.atLeast(
                        what, data + ", " + asked + " questions", Figure.share(right, asked), 1);
        right = 0;
        asked = 0;
        return figure;
    }

    private void ask(String question, Object expected, Object found) {
        asked++;
        if (expected.equals(found)) {
            right++;
        } else {
            Measure.miss(question + ": expected " + expected + ", found " + found);
        }
    }

    private void perl() throws IOException {
        String all = Files.readString(corpora.file(PERL + "expected.json"));
        for (Path box : corpora.files(PERL + "boxes")) {
            String name = box.getFileName().toString();
            String rest = all.substring(all.indexOf('"' + name + '"'));
            int next = rest.indexOf("\"box\"");
            String expected = next < 0 ? rest : rest.substring(0, next);
            List<Message> mails = Archive.mbox(box);
            List<Threaded> threads = threader.thread(mails);
            boolean guesses = !expected.contains("\"nosubject\": 1");
            ask(
                    name + " mails",
                    mails.size(),
                    threads.stream().mapToInt(t -> t.entries().size()).sum());
            Map<String, String> parents = parents(expected);
            if (!parents.isEmpty()) {
                ask(name + " tree", parents, parents(threads, guesses));
            }
            var roots = ROOTS.matcher(expected);
            if (roots.find()) {
                ask(name + " roots", Long.parseLong(roots.group(1)), roots(threads, guesses));
            }
        }
    }

    private static Map<String, String> parents(String expected) {
        var nodes = NODE.matcher(expected);
        Map<String, String> parents = new HashMap<>();
        List<String> above = new ArrayList<>();
        while (nodes.find()) {
            int depth = Integer.parseInt(nodes.group(1));
            above.subList(depth, above.size()).clear();
            String parent = above.isEmpty() ? "" : above.getLast();
            boolean ghost = nodes.group(2).contains("not available");
            above.add(ghost ? parent : nodes.group(3));
            if (!ghost) {
                parents.put(nodes.group(3), parent);
            }
        }
        return parents;
    }

    private static Map<String, String> parents(List<Threaded> threads, boolean guesses) {
        Map<String, String> parents = new HashMap<>();
        for (Threaded thread : threads) {
            Map<Object, String> names =
                    thread.entries().stream()
                            .collect(Collectors.toMap(e -> e.message().id(), e -> id(e.message())));
            for (Conversation.Entry entry : thread.entries()) {
                boolean counts = guesses || entry.link() != Link.SUBJECT;
                parents.put(
                        id(entry.message()),
                        entry.parent().filter(id -> counts).map(names::get).orElse(""));
            }
        }
        return parents;
    }

    private static long roots(List<Threaded> threads, boolean guesses) {
        long apart =
                threads.stream()
                        .flatMap(thread -> thread.entries().stream())
                        .filter(entry -> entry.link() == Link.SUBJECT)
                        .count();
        return threads.size() + (guesses ? 0 : apart);
    }

    private static String id(Message message) {
        return message.headers().messageId().map(MessageId::value).orElse("");
    }

    private void imaptest() throws IOException {
        Path pack = corpora.pack(IMAPTEST);
        for (String script : REFERENCES) {
            List<Message> mails = Archive.mbox(pack.resolve(script + ".mbox"));
            play(script, Files.readAllLines(pack.resolve(script)), mails);
        }
        for (String script : ORDERED_SUBJECT) {
            List<Message> mails = Archive.mbox(pack.resolve(script + ".mbox"));
            String line = answers(Files.readAllLines(pack.resolve(script)), "* thread").getFirst();
            ask(script, threads(line), groups(mails, m -> Subjects.base(m.headers().subject())));
        }
        List<Message> mails = Archive.mbox(pack.resolve("sort-subject.mbox"));
        String line =
                answers(Files.readAllLines(pack.resolve("sort-subject")), "* sort").getFirst();
        List<Integer> sorted =
                IntStream.rangeClosed(1, mails.size())
                        .boxed()
                        .sorted(
                                Comparator.comparing(i ->
                                        Subjects.base(mails.get(i - 1).headers().subject())
                                                .toUpperCase(Locale.ROOT)))
                        .toList();
        ask("sort-subject", numbers(line), sorted);
    }

    private static List<String> answers(List<String> script, String prefix) {
        return script.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
    }

    /// Follows a script: what is appended, expunged, and which threads are then expected.
    private void play(String name, List<String> script, List<Message> mails) {
        boolean appends = script.stream().anyMatch(line -> line.equals("ok append"));
        List<Message> rest = new ArrayList<>(mails);
        List<Message> box = new ArrayList<>(appends ? List.of() : mails);
        Set<Integer> deleted = new HashSet<>();
        for (String line : script) {
            String low = line.toLowerCase(Locale.ROOT);
            if (low.equals("ok append")) {
                box.add(rest.removeFirst());
            } else if (low.startsWith("ok store")) {
                deleted.addAll(numbers(low.substring(0, low.indexOf('+'))));
            } else if (low.startsWith("ok expunge")) {
                deleted.stream().sorted(Comparator.reverseOrder()).forEach(i -> box.remove(i - 1));
                deleted.clear();
            } else if (low.startsWith("* thread")) {
                Map<Object, String> found = new HashMap<>();
                threader.thread(box)
                        .forEach(thread ->
                                thread.entries()
                                        .forEach(entry ->
                                                found.put(
                                                        entry.message().id(),
                                                        thread.id().toString())));
                ask(name, threads(low), groups(box, m -> found.getOrDefault(m.id(), "")));
            }
        }
    }

    private static Set<Set<Integer>> groups(List<Message> box, Function<Message, String> key) {
        Map<String, Set<Integer>> groups = new HashMap<>();
        for (int i = 0; i < box.size(); i++) {
            groups.computeIfAbsent(key.apply(box.get(i)), unseen -> new HashSet<>()).add(i + 1);
        }
        return new HashSet<>(groups.values());
    }

    /// The mails of each outermost pair of brackets.
    private static Set<Set<Integer>> threads(String answer) {
        Set<Set<Integer>> threads = new HashSet<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < answer.length(); i++) {
            char c = answer.charAt(i);
            if (c == '(' && depth++ == 0) {
                start = i;
            } else if (c == ')' && --depth == 0) {
                threads.add(new HashSet<>(numbers(answer.substring(start, i))));
            }
        }
        return threads;
    }

    private static List<Integer> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Integer::parseInt)
                .toList();
    }

    private void notmuch() throws IOException {
        ask(
                "In-Reply-To wins",
                Map.of("root", "", "child", "root", "grand-child", "child"),
                tree("/parent-priority/cur/"));
        ask(
                "ghosts",
                Map.of(
                        "real-root", "",
                        "fake-root", "child",
                        "child", "real-root",
                        "grand-child", "child",
                        "grand-child2", "child",
                        "great-grand-child", "grand-child"),
                tree("/ghost-root/[a-z0-9-]+$"));
        ask("the ticket's mails are one", 1, conversations("/ghost-root/15"));
        ask("the loop is one", 1, conversations("/broken/loop/"));
        for (String copies : List.of("msg-1", "msg-2", "msg-3")) {
            ask(copies + " is one", 1, conversations("/duplicate/" + copies));
        }
        ask("each copy stays", 9, notmuch("/duplicate/").size());
    }

    /// The mails whose path has such a part, by file name.
    private Map<String, Message> notmuch(String path) throws IOException {
        Pattern part = Pattern.compile(path);
        List<Path> files =
                corpora.files(NOTMUCH).stream()
                        .filter(file -> part.matcher(file.toString()).find())
                        .toList();
        return Archive.of(files, file -> file.getFileName().toString()).messages();
    }

    private int conversations(String path) throws IOException {
        return threader.thread(notmuch(path).values()).size();
    }

    /// The file that each file's mail answers.
    private Map<String, String> tree(String path) throws IOException {
        Map<String, Message> mails = notmuch(path);
        Map<MailId, String> names = new HashMap<>();
        mails.forEach((name, message) -> names.put(message.id(), name));
        Map<String, String> tree = new HashMap<>();
        for (Threaded thread : threader.thread(mails.values())) {
            for (Conversation.Entry entry : thread.entries()) {
                String parent = entry.parent().map(names::get).orElse("");
                tree.put(names.getOrDefault(entry.message().id(), ""), parent);
            }
        }
        return tree;
    }
}
