package io.fraywatch.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a `.story` file: people first (`maya = Maya Okafor <maya@x.example> | signature | lines`),
/// then conversations (`## Subject`) of letters (`-62 09:14 maya>dana [html, attach List.pdf]`,
/// then the text).
final class StoryFile {
    private static final Pattern PERSON = Pattern.compile("^(\\w+) = ([^<]+) <([^>]+)>([^<>]*)");
    private static final Pattern HEAD =
            Pattern.compile("-(\\d+) (\\d\\d:\\d\\d) (\\w+)(?:>(\\w+))?(?: \\[([^\\]]*)\\])?");

    private final String name;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final List<List<Letter>> conversations = new ArrayList<>();

    private StoryFile(String name, Person us) {
        this.name = name;
        people.put("dana", us);
    }

    /// @param us the person that every file calls `dana`
    /// @return the conversations, each with its letters in order
    static List<List<Letter>> read(String name, Person us) {
        StoryFile file = new StoryFile(name, us);
        try (InputStream in = StoryFile.class.getResourceAsStream(name + ".story")) {
            if (in == null) {
                throw new IllegalStateException("there is no story " + name);
            }
            file.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.conversations;
    }

    private void read(String story) {
        String[] parts = story.split("(?m)^## ", -1);
        for (String line : parts[0].lines().filter(line -> !line.isBlank()).toList()) {
            addPerson(line);
        }
        for (int i = 1; i < parts.length; i++) {
            String subject = parts[i].lines().findFirst().orElse("").strip();
            conversations.add(conversation(subject, parts[i].lines().skip(1).toList()));
        }
    }

    private void addPerson(String line) {
        Matcher person = matched(PERSON, line);
        List<String> signature =
                Pattern.compile("\\|")
                        .splitAsStream(person.group(4))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
        people.put(person.group(1), new Person(person.group(2), person.group(3), signature));
    }

    private List<Letter> conversation(String subject, List<String> lines) {
        List<Letter> letters = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String head = lines.get(at++);
            StringBuilder text = new StringBuilder();
            while (at < lines.size() && !HEAD.matcher(lines.get(at)).matches()) {
                text.append(lines.get(at++)).append('\n');
            }
            letters.add(letter(subject, letters, matched(HEAD, head), text.toString().strip()));
        }
        return letters;
    }

    private Letter letter(String subject, List<Letter> earlier, Matcher head, String text) {
        Person from = person(head.group(3));
        Set<Letter.Trait> traits = EnumSet.noneOf(Letter.Trait.class);
        List<String> attachments = new ArrayList<>();
        String brackets = head.group(5) == null ? "" : head.group(5);
        for (String word : Pattern.compile(", *").split(brackets, 0)) {
            if (word.startsWith("attach ")) {
                attachments.add(word.substring("attach ".length()));
            } else if (!word.isEmpty()) {
                traits.add(Letter.Trait.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return new Letter(
                subject,
                earlier.size(),
                Integer.parseInt(head.group(1)),
                LocalTime.parse(head.group(2)),
                from,
                head.group(4) == null ? reader(from, earlier) : person(head.group(4)),
                traits,
                attachments,
                text);
    }

    /// Who a letter goes to when the story doesn't say: whoever wrote last, and from others always
    /// Dana.
    private Person reader(Person from, List<Letter> earlier) {
        Person us = person("dana");
        if (!from.equals(us)) {
            return us;
        }
        return earlier.reversed().stream()
                .map(letter -> letter.from().equals(us) ? letter.to() : letter.from())
                .findFirst()
                .orElseGet(() -> people.values().stream().skip(1).findFirst().orElse(us));
    }

    private Person person(String key) {
        Person person = people.get(key);
        if (person == null) {
            throw new IllegalStateException("story " + name + " names nobody '" + key + "'");
        }
        return person;
    }

    private Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("story " + name + ": this line can't be read: " + line);
        }
        return matcher;
    }
}
