package io.fraywatch.eval;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Identity;
import io.fraywatch.mail.PersonName;
import io.fraywatch.parse.MailParser;
import io.fraywatch.people.Person;
import io.fraywatch.people.Persons;
import io.fraywatch.people.Trace;
import io.fraywatch.people.ZoneEstimate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Measures who is taken for whom: authors behind a mailing list, one person's several addresses,
/// the zone somebody writes from, and who is suggested as a client.
public final class People implements Measure {
    private static final String LIST = "1-threads/usrp-users_2019-2021.maildir";
    private static final Identity NOBODY = new Identity(Set.of("nobody@nowhere.example"), Set.of());

    /// Pairs of addresses under one name, as hashes, each judged by hand to be one person's or not.
    private static final String PAIRS = "people-pairs.txt";

    private static final Pattern REPLY_TO = Pattern.compile("(?im)^reply-to:");
    private static final int TELLING_MAILS = 10;
    private static final double TRAINED_SHARE = 0.6;

    @Override
    public String title() {
        return "People";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>(authors(corpora));
        List<Trace> traces = Traces.of(corpora.files(LIST), NOBODY);
        figures.addAll(joins(traces));
        figures.add(zones(traces));
        figures.addAll(new ClientSuggestions(corpora.files(LIST)).figures(corpora.files(LIST)));
        return figures;
    }

    /// The list put each author into Reply-To; without it, nobody else may be taken for them.
    private static List<Figure> authors(Corpora corpora) throws IOException {
        MailParser parser = new MailParser();
        long via = 0;
        long right = 0;
        long rightBlind = 0;
        long wrongBlind = 0;
        for (Path file : corpora.files(LIST)) {
            String raw = Files.readString(file, StandardCharsets.ISO_8859_1);
            Headers headers = headers(parser, raw);
            Optional<Address> truth = replyTo(parser, raw);
            if (headers.from().isEmpty()
                    || truth.isEmpty()
                    || !headers.from().getFirst().name().contains(" via ")) {
                continue;
            }
            via++;
            if (isAuthor(headers, truth.get())) {
                right++;
            } else {
                Measure.miss("author of " + file + ": " + headers.author() + ", not " + truth);
            }
            Headers blind = headers(parser, REPLY_TO.matcher(raw).replaceFirst("X-Was:"));
            boolean found = isAuthor(blind, truth.get());
            rightBlind += found ? 1 : 0;
            wrongBlind += found || isAuthor(blind, blind.from().getFirst()) ? 0 : 1;
        }
        String data = String.format("usrp, %,d mails \"via\" the list", via);
        return List.of(
                Figure.told("author behind the list", data, Figure.share(right, via)),
                Figure.told("… found without Reply-To", data, Figure.share(rightBlind, via)),
                Figure.told(
                        "… somebody else taken for them without Reply-To",
                        data,
                        Figure.share(wrongBlind, via)));
    }

    private static boolean isAuthor(Headers headers, Address who) {
        return headers.author()
                .filter(author -> author.mailbox().equals(who.mailbox()))
                .isPresent();
    }

    private static Headers headers(MailParser parser, String raw) {
        return parser.parse(raw.getBytes(StandardCharsets.ISO_8859_1)).headers();
    }

    private static Optional<Address> replyTo(MailParser parser, String raw) {
        StringBuilder field = new StringBuilder();
        for (String line : raw.lines().takeWhile(line -> !line.isEmpty()).toList()) {
            boolean begins = REPLY_TO.matcher(line).lookingAt();
            if (begins || (!field.isEmpty() && (line.startsWith(" ") || line.startsWith("\t")))) {
                field.append(begins ? "From:" + line.substring("reply-to:".length()) : line)
                        .append('\n');
            } else if (!field.isEmpty()) {
                break;
            }
        }
        return headers(parser, field + "\n").from().stream().findFirst();
    }

    /// How many joined pairs are right, and how many of the right ones are joined.
    private static List<Figure> joins(List<Trace> traces) throws IOException {
        Map<String, Boolean> judged = judged();
        long joined = 0;
        long right = 0;
        long same = 0;
        long told = 0;
        for (Pair pair : pairs(Persons.of(traces))) {
            Boolean one = judged.get(hash(pair.one + " " + pair.other));
            told += one == null ? 0 : 1;
            same += Boolean.TRUE.equals(one) ? 1 : 0;
            joined += pair.joined ? 1 : 0;
            right += pair.joined && Boolean.TRUE.equals(one) ? 1 : 0;
            if (one == null || one != pair.joined) {
                Measure.miss(
                        (pair.joined ? "joined " : "apart ")
                                + pair
                                + " judged "
                                + one
                                + " "
                                + hash(pair.one + " " + pair.other));
            }
        }
        String data = "usrp, " + told + " pairs under one name, judged by hand";
        return List.of(
                Figure.told("addresses joined, right", data, Figure.share(right, joined)),
                Figure.told("addresses of one person, joined", data, Figure.share(right, same)));
    }

    /// Two addresses under one full name.
    private record Pair(String one, String other, boolean joined) {}

    private static List<Pair> pairs(List<Person> persons) {
        Map<String, List<Person>> namesakes = new TreeMap<>();
        for (Person person : persons) {
            PersonName name = new PersonName(person.name());
            if (name.isFull()) {
                namesakes.computeIfAbsent(name.key(), k -> new ArrayList<>()).add(person);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<Person> group : namesakes.values()) {
            Map<String, Person> owners = new TreeMap<>();
            group.forEach(person -> person.addresses().forEach(a -> owners.put(a, person)));
            List<String> addresses = List.copyOf(owners.keySet());
            for (int i = 0; i < addresses.size(); i++) {
                for (int k = i + 1; k < addresses.size(); k++) {
                    String one = addresses.get(i);
                    String other = addresses.get(k);
                    if (!Address.of(one).mailbox().equals(Address.of(other).mailbox())) {
                        boolean joined = Objects.equals(owners.get(one), owners.get(other));
                        pairs.add(new Pair(one, other, joined));
                    }
                }
            }
        }
        return pairs;
    }

    private static Map<String, Boolean> judged() throws IOException {
        try (InputStream in = People.class.getResourceAsStream(PAIRS)) {
            if (in == null) {
                throw new IOException("the resource " + PAIRS + " isn't there");
            }
            Map<String, Boolean> judged = new HashMap<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("#")) {
                    judged.put(line.substring(0, 16), line.endsWith(" same"));
                }
            }
            return judged;
        }
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Estimates each writer's zone from the earlier part of their mail, and looks whether the
    /// later part bears its offset.
    private static Figure zones(List<Trace> traces) {
        Map<String, List<OffsetDateTime>> writers = new TreeMap<>();
        Map<String, String> domains = new HashMap<>();
        for (Trace trace : traces) {
            if (trace.author().isPresent() && trace.date().isPresent()) {
                Address author = trace.author().get();
                writers.computeIfAbsent(author.mailbox(), w -> new ArrayList<>())
                        .add(trace.date().get());
                domains.put(author.mailbox(), author.domain());
            }
        }
        long told = 0;
        long right = 0;
        long people = 0;
        for (Map.Entry<String, List<OffsetDateTime>> writer : writers.entrySet()) {
            List<OffsetDateTime> dates = new ArrayList<>(writer.getValue());
            dates.removeIf(date -> date.getOffset().getTotalSeconds() == 0);
            dates.sort(Comparator.comparing(OffsetDateTime::toInstant));
            int trained = (int) (dates.size() * TRAINED_SHARE);
            if (dates.size() < TELLING_MAILS) {
                continue;
            }
            Optional<ZoneEstimate> zone =
                    ZoneEstimate.of(
                            dates.subList(0, trained),
                            domains.getOrDefault(writer.getKey(), ""),
                            dates.get(trained - 1).toInstant());
            people += zone.isPresent() ? 1 : 0;
            if (zone.isEmpty()) {
                continue;
            }
            long before = right;
            for (OffsetDateTime date : dates.subList(trained, dates.size())) {
                told++;
                boolean same =
                        zone.get()
                                .zone()
                                .getRules()
                                .getOffset(date.toInstant())
                                .equals(date.getOffset());
                right += same ? 1 : 0;
            }
            if (right - before < dates.size() - trained) {
                Measure.miss(
                        "zone of "
                                + writer.getKey()
                                + ": "
                                + zone.get()
                                + " right "
                                + (right - before)
                                + " of "
                                + (dates.size() - trained)
                                + " "
                                + dates.stream()
                                        .map(date ->
                                                date.toString().substring(0, 7) + date.getOffset())
                                        .distinct()
                                        .toList());
            }
        }
        return Figure.told(
                "later mails whose offset is the zone's",
                "usrp, " + told + " mails of " + people + " writers",
                Figure.share(right, told));
    }
}
