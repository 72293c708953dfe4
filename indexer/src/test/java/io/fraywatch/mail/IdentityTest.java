package io.fraywatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private final Identity us =
            new Identity(
                    Set.of("Dana@Reyes-VA.example", "dana.reyes@gmail.com"),
                    Set.of("reyes-va.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dana@reyes-va.example",
                "dana+invoices@reyes-va.example",
                "danareyes@gmail.com",
                "d.a.n.a.reyes+shop@googlemail.com",
                "kim@reyes-va.example",
                "kim@mail.reyes-va.example"
            })
    void weAreOurAddressesTheirSpellingsAndOurTeam(String address) {
        assertThat(us.isOurs(Address.of(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dana@harborlane.example",
                "danareyes@gmx.example",
                "dana.reyes@other-gmail.com",
                "kim@notreyes-va.example"
            })
    void othersAreNot(String address) {
        assertThat(us.isOurs(Address.of(address))).isFalse();
    }

    @Test
    void aColleagueIsOursAndNotMe() {
        assertThat(us.isMine(Address.of("kim@reyes-va.example"))).isFalse();
        assertThat(us.isMine(Address.of("dana+x@reyes-va.example"))).isTrue();
    }
}
