package io.fraywatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Blue poster",
                "Re: Blue poster",
                "RE : blue  poster",
                "AW: WG: Blue poster",
                "SV: VS: Blue poster",
                "Antw: Blue poster",
                "RES: ENC: Blue poster",
                "R: I: Blue poster",
                "Odp: Blue poster",
                "TR: Blue poster",
                "RE[2]: Blue poster",
                "Re(3): Blue poster",
                "Re^2: Blue poster",
                "RE2: Blue poster",
                "答复: Blue poster",
                "回复：Blue poster",
                "転送: Blue poster",
                "[studio] Re: Blue poster",
                "Re: [studio] Blue poster",
                "Re: [studio] Re: [more] Blue poster",
                "Blue poster (fwd)",
                "[Fwd: Blue poster]",
                "Re: [Fwd: Re: Blue poster (fwd)]",
                "İLT: Blue poster",
                "Rép: Blue poster",
                "Re [studio]: Blue poster",
                "\u200eRe:\u00a0Blue\tposter "
            })
    void findsTheSameBaseBehindAnyPrefix(String subject) {
        assertThat(Subjects.base(subject)).isEqualTo("blue poster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Rework: poster|rework: poster
                    Regarding: poster|regarding: poster
                    [studio]|[studio]
                    Re: [studio]|[studio]
                    Re|re
                    Price: 300|price: 300
                    [a][b] poster|poster
                    [broken poster|[broken poster
                    """)
    void leavesWhatOnlyLooksLikeAPrefix(String subject, String base) {
        assertThat(Subjects.base(subject)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Re:", "Re: Fwd: AW:", "[Fwd: ]"})
    void isEmptyWhenOnlyPrefixesAreThere(String subject) {
        assertThat(Subjects.base(subject)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: x",
                "AW: x",
                "[list] Re: x",
                "RE[4]: Fwd: x",
                "SV: x",
                "Antwort: x",
                "回覆: x",
                "Re: [Fwd: x]"
            })
    void knowsAReply(String subject) {
        assertThat(Subjects.isReply(subject)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Fwd: Re: x", "WG: x", "Re x", "Result: x", "[Re: x]", ""})
    void takesNothingElseForAReply(String subject) {
        assertThat(Subjects.isReply(subject)).isFalse();
    }

    @Test
    void readsHugeSubjectsInOnePass() {
        assertThat(Subjects.base("Re: ".repeat(200_000) + "poster")).isEqualTo("poster");
        assertThat(Subjects.base("[a]".repeat(200_000))).isEqualTo("[a]");
        assertThat(Subjects.base("[".repeat(400_000))).hasSize(400_000);
        assertThat(Subjects.base("[fwd:".repeat(100_000) + "x" + "]".repeat(100_000)))
                .isEqualTo("x");
        assertThat(Subjects.base("Re[".repeat(200_000))).startsWith("re[");
    }
}
