package io.fraywatch.mail;

import java.util.Locale;

/// Somebody's mailbox as a header names it (RFC 5322 §3.4).
///
/// @param name the display name as written, decoded; empty when there is none
/// @param address `local@domain`, lower-cased; a broken header may leave it without `@`, it is
///   never blank
public record Address(String name, String address) {
    public Address {
        name = name.strip();
        address = address.strip().toLowerCase(Locale.ROOT);
        if (address.isEmpty()) {
            throw new IllegalArgumentException(
                    "an address can't be blank (display name '" + name + "')");
        }
    }

    public static Address of(String address) {
        return new Address("", address);
    }

    /// The part behind the last `@`, or empty when there is none.
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1).equals(address)
                ? ""
                : address.substring(address.lastIndexOf('@') + 1);
    }

    /// The address without its plus-tag: `dana+shop@x.example` is `dana@x.example` (RFC 5233).
    public String withoutTag() {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    /// One spelling for all that reach the same mailbox: without plus-tag, and at Gmail, which
    /// overlooks them, without dots and under its newer domain.
    public String mailbox() {
        String plain = withoutTag();
        int at = plain.lastIndexOf('@');
        String domain = plain.substring(at + 1);
        if (at > 0 && (domain.equals("gmail.com") || domain.equals("googlemail.com"))) {
            return plain.substring(0, at).replace(".", "") + "@gmail.com";
        }
        return plain;
    }

    /// The part before the last `@`; all of it when there is none.
    public String local() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /// What to call them: the display name, else the address.
    public String display() {
        return name.isEmpty() ? address : name;
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
