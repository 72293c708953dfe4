package io.fraywatch.eval;

import io.fraywatch.mail.Client;
import io.fraywatch.mail.ClientDirectory;
import io.fraywatch.mail.Identity;
import io.fraywatch.people.Suggestion;
import io.fraywatch.people.Suggestions;
import io.fraywatch.people.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether those suggested as clients are those whom somebody writes with both ways: a vendor's
/// support list seen as the mailbox of its busiest employee, their firm as the team.
///
/// What is true is read from the raw headers alone: somebody of the team answered a mail of theirs
/// (by In-Reply-To), or they answered one of the team's, too. Whoever only writes with others of
/// the list is nobody's client.
final class ClientSuggestions {
    private static final Set<String> TEAM = Set.of("ettus.com", "ni.com");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern ID = Pattern.compile("<[^<>\\s]+>");

    /// Where an address says nothing of who pays, by hand from the list's own senders.
    private static final Set<String> ANYBODYS =
            Set.of(
                    "gmail.com",
                    "hotmail.com",
                    "outlook.com",
                    "live.com",
                    "yahoo.com",
                    "icloud.com",
                    "me.com",
                    "aol.com",
                    "gmx.de",
                    "gmx.net",
                    "web.de",
                    "qq.com",
                    "163.com",
                    "126.com",
                    "mail.ru",
                    "yandex.ru",
                    "naver.com",
                    "protonmail.com");

    /// One mail by its raw headers.
    private record Mail(String id, String author, Set<String> answers) {
        boolean isTeams() {
            return TEAM.contains(author.substring(author.indexOf('@') + 1));
        }
    }

    private final List<Mail> mails = new ArrayList<>();

    /// Mails that name nobody but the list itself tell nothing.
    ClientSuggestions(List<Path> files) throws IOException {
        for (Path file : files) {
            Mail mail = read(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (mail.isTeams() || !TEAM.contains(unit(mail.author()))) {
                mails.add(mail);
            }
        }
    }

    List<Figure> figures(List<Path> files) throws IOException {
        String owner = busiest();
        Answers teams = answers(Mail::isTeams);
        Answers owners = answers(mail -> mail.author().equals(owner));
        List<Trace> traces = Traces.of(files, new Identity(Set.of(owner), TEAM));
        Instant end =
                traces.stream().map(Trace::sentAt).max(Comparator.naturalOrder()).orElseThrow();
        List<Suggestion> suggested =
                Suggestions.of(traces, new ClientDirectory(List.of(), true), end, ZoneOffset.UTC);
        Set<String> found = new HashSet<>();
        suggested.forEach(each -> found.addAll(units(each.client())));
        String data = "usrp as one employee's mailbox, ";
        String ours = data + suggested.size() + " suggested";
        return List.of(
                Figure.told(
                        "clients suggested whom the team answered",
                        ours,
                        precision(suggested, teams.ours().keySet())),
                Figure.told(
                        "… and who answered the team",
                        ours,
                        precision(suggested, Set.copyOf(teams.eachWay(1)))),
                recall(
                        "of those with an answer each way, suggested",
                        data,
                        teams.eachWay(1),
                        found),
                recall("… with 3 answers each way", data, teams.eachWay(3), found),
                recall("… with one between them and the employee", data, owners.eachWay(1), found));
    }

    private static double precision(List<Suggestion> suggested, Set<String> wanted) {
        long right = 0;
        for (Suggestion each : suggested) {
            if (units(each.client()).stream().anyMatch(wanted::contains)) {
                right++;
            } else {
                Measure.miss("suggested " + units(each.client()) + ": " + each.reason());
            }
        }
        return Figure.share(right, suggested.size());
    }

    private static Figure recall(String what, String data, List<String> wanted, Set<String> found) {
        wanted.stream()
                .filter(each -> !found.contains(each))
                .forEach(each -> Measure.miss("not suggested: " + each));
        long held = wanted.stream().filter(found::contains).count();
        return Figure.told(
                what,
                data + wanted.size() + " firms and persons",
                Figure.share(held, wanted.size()));
    }

    private String busiest() {
        Map<String, Integer> wrote = new TreeMap<>();
        mails.stream().filter(Mail::isTeams).forEach(m -> wrote.merge(m.author(), 1, Integer::sum));
        return wrote.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /// How many answers went which way, by firm or person.
    private record Answers(Map<String, Integer> ours, Map<String, Integer> theirs) {
        /// Those with so many each way.
        List<String> eachWay(int least) {
            return ours.keySet().stream()
                    .filter(unit -> ours.getOrDefault(unit, 0) >= least)
                    .filter(unit -> theirs.getOrDefault(unit, 0) >= least)
                    .toList();
        }
    }

    private Answers answers(Predicate<Mail> us) {
        Map<String, Mail> byId = new HashMap<>();
        mails.forEach(mail -> byId.put(mail.id(), mail));
        Answers answers = new Answers(new TreeMap<>(), new TreeMap<>());
        for (Mail mail : mails) {
            for (String answered : mail.answers()) {
                Mail before = byId.get(answered);
                if (before == null || before.isTeams() == mail.isTeams()) {
                    continue;
                }
                if (us.test(mail)) {
                    answers.ours().merge(unit(before.author()), 1, Integer::sum);
                } else if (us.test(before)) {
                    answers.theirs().merge(unit(mail.author()), 1, Integer::sum);
                }
            }
        }
        return answers;
    }

    private static Set<String> units(Client client) {
        Set<String> units = new HashSet<>(client.domains());
        client.addresses().forEach(address -> units.add(unit(address)));
        return units;
    }

    /// The firm's domain; at providers of everybody's mail the address.
    private static String unit(String address) {
        String domain = address.substring(address.indexOf('@') + 1);
        if (ANYBODYS.contains(domain)) {
            return address;
        }
        String[] labels = domain.split("\\.", -1);
        int n = labels.length;
        boolean deep =
                n > 2
                        && labels[n - 1].length() == 2
                        && labels[n - 2].matches("ac|co|com|edu|gov|org|net");
        return Stream.of(labels)
                .skip(Math.max(0, n - (deep ? 3 : 2)))
                .reduce((a, b) -> a + "." + b)
                .orElse("");
    }

    private static Mail read(String raw) {
        Map<String, String> fields = new HashMap<>();
        String name = "";
        for (String line : raw.lines().takeWhile(line -> !line.isEmpty()).toList()) {
            int colon = line.indexOf(':');
            if (!line.startsWith(" ") && !line.startsWith("\t") && colon > 0) {
                name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            }
            fields.merge(name, line.substring(fieldStart(line, name)), (a, b) -> a + " " + b);
        }
        boolean rewritten = fields.getOrDefault("from", "").contains(" via ");
        String from = fields.getOrDefault(rewritten ? "reply-to" : "from", "");
        Matcher address = ADDRESS.matcher(from.toLowerCase(Locale.ROOT));
        return new Mail(
                ids(fields.getOrDefault("message-id", "")).stream().findFirst().orElse(""),
                address.find() ? address.group() : "nobody@invalid",
                ids(fields.getOrDefault("in-reply-to", "")));
    }

    private static int fieldStart(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name + ":") ? name.length() + 1 : 0;
    }

    private static Set<String> ids(String field) {
        Set<String> ids = new HashSet<>();
        ID.matcher(field).results().forEach(match -> ids.add(match.group()));
        return ids;
    }
}
