package io.fraywatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Body;
import io.fraywatch.testing.SteadyPatterns;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class PatternsTest {
    @Test
    void check44GrowsWithTheTextOnly() throws Exception {
        SteadyPatterns.assertAllBeside(Body.class);
    }

    @Test
    void wouldNoticeOneThatDoesnt() {
        Pattern square = Pattern.compile("\\s+$");
        // The first tries may be slow for want of compiled code, and so seem steady.
        assertThat(DoubleStream.generate(() -> SteadyPatterns.slope(square, " ")).limit(20))
                .anyMatch(slope -> slope > SteadyPatterns.MOST);
    }
}
