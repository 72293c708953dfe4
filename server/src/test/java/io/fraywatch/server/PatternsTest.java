package io.fraywatch.server;

import io.fraywatch.testing.SteadyPatterns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
final class PatternsTest {
    @Test
    void check44GrowsWithTheTextOnly() throws Exception {
        SteadyPatterns.assertAllBeside(Main.class);
    }
}
