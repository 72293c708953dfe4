package io.fraywatch.mail;

import java.util.List;

/// What a mail is made of.
///
/// @param parts the tree of parts, each before the parts within it
public record Structure(Protection protection, List<MailPart> parts) {
    public static final Structure NONE = new Structure(Protection.NONE, List.of());

    public Structure {
        parts = List.copyOf(parts);
    }
}
