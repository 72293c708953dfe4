package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Body;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Dividing a text takes time in proportion to its length, whatever stands in it: at most 2.5 times
/// as long for twice the text.
class LinearTimeTest {
    private static final double MOST = 2.5;
    private static final int DOUBLINGS = 2;
    private static final int SMALLEST = 1_000;
    private static final long SHORTEST_NANOS = 1_000_000;
    private static final int RUNS = 9;
    private static final int ATTEMPTS = 6;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Worst(String name, IntFunction<String> text) {}

    private static final List<Worst> WORST =
            List.of(
                    new Worst("quote marks in a row", n -> ">".repeat(n * 10)),
                    new Worst("deep quotes", n -> (">".repeat(50) + " a\n").repeat(n / 10)),
                    new Worst("lines that begin On", n -> "On 3 March 2026 at 17:12\n".repeat(n)),
                    new Worst("names and addresses", n -> "Tom <t@x.example> at 17:12\n".repeat(n)),
                    new Worst("colon lines", n -> "on 3 march 2026 17:12 tom:\n".repeat(n)),
                    new Worst("labels", n -> "From: a@x.example\n".repeat(n)),
                    new Worst("labels in turn", n -> "To: a\nCc: b, c\nDate: 3\n".repeat(n)),
                    new Worst("one line of labels", n -> "From: a@x ".repeat(n)),
                    new Worst("signature marks", n -> "--\n".repeat(n)),
                    new Worst("rules", n -> "-----\n".repeat(n)),
                    new Worst(
                            "rules above blank lines", n -> ("-----\n" + "\n".repeat(9)).repeat(n)),
                    new Worst("blank lines", n -> "a:\n" + "\n".repeat(n * 10) + "On 1 b wrote:"),
                    new Worst("sign-offs", n -> "Thanks,\n".repeat(n)),
                    new Worst("names", n -> "Tom Hale\n\n".repeat(n)),
                    new Worst("confidential words", n -> "confidential notify delete ".repeat(n)),
                    new Worst("announcements", n -> "----- Forwarded by\n".repeat(n)),
                    new Worst("one endless line", n -> "On 3 March Dana wrote: ".repeat(n)),
                    new Worst("one endless number", n -> "12:".repeat(n * 3)));

    @TestFactory
    Stream<DynamicTest> doublesAtMostWithTheText() {
        return WORST.stream()
                .map(worst -> DynamicTest.dynamicTest(worst.name(), () -> assertLinear(worst)));
    }

    /// Grows the text until dividing it takes long enough to be measured, then doubles it twice, so
    /// that a cache that overflows in between weighs less. It is the thread's own time, the best of
    /// several runs, tried again where it wavers.
    private static void assertLinear(Worst worst) {
        int size = SMALLEST;
        while (nanos(worst.text().apply(size)) < SHORTEST_NANOS && size < SMALLEST * 64) {
            size *= 2;
        }
        double ratio = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && ratio > MOST; attempt++) {
            long once = nanos(worst.text().apply(size));
            long grown = nanos(worst.text().apply(size << DOUBLINGS));
            ratio = Math.pow((double) grown / once, 1.0 / DOUBLINGS);
        }
        assertThat(ratio).as("time for twice the text at size %d", size).isLessThanOrEqualTo(MOST);
    }

    private static long nanos(String text) {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Body body = ZoneScanner.scan(text, List.of(), false, Author.UNKNOWN);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
            assertThat(body.text()).isSameAs(text);
        }
        return best;
    }
}
