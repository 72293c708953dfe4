package io.fraywatch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether regular expressions search a text in time in proportion to its length: at most 2.5 times
/// as long for twice the text.
public final class SteadyPatterns {
    /// How much longer twice the text may take.
    public static final double MOST = 2.5;

    private static final int LARGEST = 16_384;
    private static final long SHORTEST_NANOS = 2_000_000;
    private static final int RUNS = 3;
    private static final int ATTEMPTS = 6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SteadyPatterns() {}

    /// Tries every pattern that a class keeps.
    ///
    /// @param one any class of the module whose classes are meant
    public static void assertAllBeside(Class<?> one) throws IOException, URISyntaxException {
        List<Pattern> patterns = patterns(one);
        assertThat(patterns).isNotEmpty();
        for (Pattern pattern : patterns) {
            for (String unit : units(pattern)) {
                assertLinear(pattern, unit);
            }
        }
    }

    private static void assertLinear(Pattern pattern, String unit) {
        double ratio = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && ratio > MOST; attempt++) {
            ratio = slope(pattern, unit);
        }
        assertThat(ratio).as("%s on '%s' again and again", pattern, unit).isLessThanOrEqualTo(MOST);
    }

    /// How much longer a text of twice the length takes; 0 if even a long one takes no time.
    public static double slope(Pattern pattern, String unit) {
        for (int size = 1_024; size <= LARGEST; size *= 2) {
            long once = nanos(pattern, unit.repeat(size) + "\u0001");
            if (once >= SHORTEST_NANOS) {
                return (double) nanos(pattern, unit.repeat(size * 2) + "\u0001") / once;
            }
        }
        return 0;
    }

    private static long nanos(Pattern pattern, String text) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            long found = pattern.matcher(text).results().count();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
            assertThat(found).isNotNegative();
        }
        return best;
    }

    /// What may keep a pattern busy: the characters it names, and of each usual kind one.
    private static Set<String> units(Pattern pattern) {
        Set<String> units =
                new LinkedHashSet<>(List.of("a", "A", "1", " ", "\n", "-", ",", "a ", "1 "));
        for (char c : pattern.pattern().toCharArray()) {
            units.add(String.valueOf(c));
        }
        return units;
    }

    private static List<Pattern> patterns(Class<?> one) throws IOException, URISyntaxException {
        Path root = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(file -> file.toString().endsWith(".class")).toList();
        }
        List<Pattern> patterns = new ArrayList<>();
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('/', '.');
            addPatterns(name.substring(0, name.length() - ".class".length()), patterns);
        }
        return patterns;
    }

    private static void addPatterns(String name, List<Pattern> patterns) {
        if (name.endsWith("-info")) {
            return;
        }
        try {
            Class<?> type = Class.forName(name, false, SteadyPatterns.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    patterns.add((Pattern) field.get(type));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " can't be looked into", e);
        }
    }
}
