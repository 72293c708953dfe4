package io.fraywatch.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// What a mail domain says about who is behind it.
public final class Domains {
    private static final Set<String> FREE_MAIL = lines("free-mail.txt");
    private static final Set<String> SUFFIXES = lines("public-suffixes.txt");
    private static final Set<String> SECOND_LEVEL =
            Set.of(
                    "ac", "asso", "biz", "co", "com", "edu", "firm", "gen", "go", "gob", "gouv",
                    "gov", "id", "ind", "info", "ltd", "me", "mil", "ne", "net", "nom", "or", "org",
                    "plc", "sch", "web");

    private Domains() {}

    /// Whether anybody can have an address there, so that two such addresses have nothing in
    /// common.
    ///
    /// @param domain lower-cased
    public static boolean isFreeMail(String domain) {
        if (FREE_MAIL.contains(domain)) {
            return true;
        }
        String organisation = organisation(domain);
        return FREE_MAIL.contains(organisation) || FREE_MAIL.contains(label(organisation) + ".*");
    }

    /// The part of a domain that its owner registered: `mail.harborlane.co.uk` is
    /// `harborlane.co.uk`. A domain that is a public suffix itself, or has no dot, stays as it is.
    ///
    /// @param domain lower-cased
    public static String organisation(String domain) {
        String organisation = domain;
        String parent = parent(domain);
        while (!parent.isEmpty() && !isPublicSuffix(parent)) {
            organisation = parent;
            parent = parent(parent);
        }
        return organisation;
    }

    /// The first label of a domain.
    public static String label(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    /// The domain above, empty above a single label.
    public static String parent(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }

    private static boolean isPublicSuffix(String domain) {
        String above = parent(domain);
        return above.isEmpty()
                || SUFFIXES.contains(domain)
                || (above.indexOf('.') < 0
                        && SUFFIXES.contains("*." + above)
                        && SECOND_LEVEL.contains(label(domain)));
    }

    private static Set<String> lines(String name) {
        try (InputStream in = Domains.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " isn't in the jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " can't be read", e);
        }
    }
}
