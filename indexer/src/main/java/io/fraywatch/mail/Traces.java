package io.fraywatch.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// By what a quote is traced to the mail it was taken from: hashes of runs of four words, however
/// the lines were broken, marked or respaced on the way.
///
/// @param own at most [#MOST_OWN] hashes, always the same choice, of what the author wrote
/// @param quoted those of what the mail quotes; kept only where its headers name no other mail
public record Traces(Set<Integer> own, Set<Integer> quoted) {
    public static final Traces NONE = new Traces(Set.of(), Set.of());

    private static final int RUN = 4;
    private static final int MOST_OWN = 16;
    private static final int MOST_QUOTED = 1_000;
    private static final int LONGEST_READ = 50_000;

    public Traces {
        own = Set.copyOf(own);
        quoted = Set.copyOf(quoted);
    }

    /// The traces of one mail, in time linear in its text.
    public static Traces of(Headers headers, Body body) {
        NavigableSet<Integer> own = new TreeSet<>();
        Set<Integer> quoted = new HashSet<>();
        boolean untied = headers.isUntied();
        List<Integer> words = new ArrayList<>();
        for (Zone zone : body.zones()) {
            if (zone.type().ownWords()) {
                for (int run : runs(body.text(), zone)) {
                    own.add(run);
                    if (own.size() > MOST_OWN) {
                        own.pollLast();
                    }
                }
            } else if (untied) {
                addWords(body.text(), zone, words);
            }
        }
        List<Integer> runs = runs(words);
        quoted.addAll(runs.subList(0, Math.min(runs.size(), MOST_QUOTED)));
        return new Traces(own, quoted);
    }

    /// How much of this mail's own words stands in what the other quotes, 0 to 1; 0 also where
    /// there is too little to tell.
    public double quotedIn(Traces other) {
        if (own.size() < 2 || other.quoted.isEmpty()) {
            return 0;
        }
        long found = own.stream().filter(other.quoted::contains).count();
        return found < 2 ? 0 : (double) found / own.size();
    }

    private static List<Integer> runs(String text, Zone zone) {
        List<Integer> words = new ArrayList<>();
        addWords(text, zone, words);
        return runs(words);
    }

    private static List<Integer> runs(List<Integer> words) {
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            int mixed = words.subList(i, i + RUN).hashCode() * 0x9E3779B9;
            runs.add(mixed ^ mixed >>> 15);
        }
        return runs;
    }

    /// Adds the hash of each word: letters and digits in lower case.
    private static void addWords(String text, Zone zone, List<Integer> words) {
        int hash = 0;
        boolean inside = false;
        int end = Math.min(zone.end(), zone.start() + LONGEST_READ);
        for (int i = zone.start(); i <= end; i++) {
            char c = i < end ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
                inside = true;
            } else if (inside) {
                words.add(hash);
                hash = 0;
                inside = false;
            }
        }
    }
}
