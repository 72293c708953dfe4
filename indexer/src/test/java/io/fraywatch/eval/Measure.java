package io.fraywatch.eval;

import java.io.IOException;
import java.util.List;

/// Measures one side of understanding mail.
public interface Measure {
    /// What it measures, in a word or two.
    String title();

    /// Whether its figures are times, which depend on the machine; such bars aren't held in the
    /// build.
    default boolean timed() {
        return false;
    }

    /// The figures on these packs. With `-Dfraywatch.eval.misses=true` each miss is printed to
    /// stderr, for whoever works on it.
    List<Figure> figures(Corpora corpora) throws IOException;

    /// Tells a miss, if somebody wants to know.
    static void miss(String what) {
        if (Boolean.getBoolean("fraywatch.eval.misses")) {
            System.err.println(what);
        }
    }
}
