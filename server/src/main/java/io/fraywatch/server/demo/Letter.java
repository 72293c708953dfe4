package io.fraywatch.server.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/// One mail of the story, not yet dated.
///
/// @param subject what its conversation is called, without prefixes
/// @param number which letter of its conversation it is, from 0
/// @param daysAgo on which working day before today it was written, from 1
/// @param traits how it differs from plain text by a person
/// @param text its own words, with `{day+2}` and the like for working days from today
record Letter(
        String subject,
        int number,
        int daysAgo,
        LocalTime time,
        Person from,
        Person to,
        Set<Trait> traits,
        List<String> attachments,
        String text) {
    /// What makes a letter other than plain.
    enum Trait {
        HTML,
        MOBILE,
        OOO,
        ACK,
        BULK,
        BOUNCE,
        INVITE,
        RECEIPT
    }

    Letter {
        traits = Set.copyOf(traits);
        attachments = List.copyOf(attachments);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
