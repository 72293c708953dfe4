package io.fraywatch.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The story as a Maildir, dated relative to a day.
public final class SampleMailbox {
    /// Where Dana and everybody she works for lives.
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// Whose mailbox it is.
    public static final String OWNER = "dana@reyes-va.example";

    /// One of Dana's clients.
    ///
    /// @param id also the name of their part of the story
    public record Customer(String id, String name, String domain) {}

    private static final List<Customer> CUSTOMERS =
            List.of(
                    new Customer("harborlane", "Harbor Lane Boatworks", "harborlane.example"),
                    new Customer("bellweather", "Bellweather Tea", "bellweather.example"),
                    new Customer("copperthyme", "Copper & Thyme", "copperthyme.example"),
                    new Customer("northlight", "Northlight Studio", "northlight.example"),
                    new Customer("quillanchor", "Quill & Anchor Books", "quillanchor.example"),
                    new Customer("brightsmiles", "Bright Smiles Dental", "brightsmiles.example"),
                    new Customer("juniperfox", "Juniper & Fox Weddings", "juniperfox.example"),
                    new Customer("stroud", "Stroud Freight", "stroudfreight.example"),
                    new Customer(
                            "littleorchard", "Little Orchard Preschool", "littleorchard.example"),
                    new Customer("lowell", "Beatrix Lowell", "lowell.example"));
    private static final Person DANA =
            new Person("Dana Reyes", OWNER, List.of("Reyes Virtual Assistance", "+1 555 0142"));

    private final Path root;
    private final Stationery stationery;

    private SampleMailbox(Path root, LocalDate today) {
        this.root = root;
        this.stationery = new Stationery(new Workdays(today), ZONE);
    }

    public static List<Customer> customers() {
        return CUSTOMERS;
    }

    /// Writes the mailbox as if it were the morning of `today`.
    ///
    /// @param root the Maildir to make; mails already there stay
    /// @return how many mails it holds
    public static int write(Path root, LocalDate today) throws IOException {
        SampleMailbox mailbox = new SampleMailbox(root, today);
        mailbox.makeFolders();
        List<String> parts = new ArrayList<>(CUSTOMERS.stream().map(Customer::id).toList());
        parts.add("noise");
        int count = 0;
        for (String part : parts) {
            for (List<Letter> conversation : StoryFile.read(part, DANA)) {
                for (int i = 0; i < conversation.size(); i++) {
                    mailbox.deliver(
                            conversation.get(i), conversation.subList(0, i), part + count++);
                }
            }
        }
        return count;
    }

    private void makeFolders() throws IOException {
        for (Path folder : List.of(root, root.resolve(".Sent"))) {
            for (String part : List.of("cur", "new", "tmp")) {
                Files.createDirectories(folder.resolve(part));
            }
        }
    }

    private void deliver(Letter letter, List<Letter> earlier, String unique) throws IOException {
        Instant date = stationery.date(letter).toInstant();
        Path folder = letter.from().equals(DANA) ? root.resolve(".Sent") : root;
        Path file =
                folder.resolve("cur").resolve(date.getEpochSecond() + "." + unique + ".demo:2,S");
        Files.write(file, stationery.write(letter, earlier));
        Files.setLastModifiedTime(file, FileTime.from(date));
    }
}
