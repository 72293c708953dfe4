package io.fraywatch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NatureTest {
    private static final Optional<LocalDate> BACK = Optional.of(LocalDate.of(2026, 3, 9));

    @Test
    void refusesAReturnDateOfAnythingButAnOutOfOffice() {
        assertThatThrownBy(() ->
                        new Nature(MessageKind.PERSON, BACK, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PERSON");
    }

    @Test
    void refusesABounceThatSaysNothingOfItself() {
        assertThatThrownBy(() ->
                        new Nature(
                                MessageKind.BOUNCE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnInvitationInAReceipt() {
        Invitation invitation =
                new Invitation(Invitation.Method.REPLY, "1@x", Optional.empty(), List.of());
        assertThatThrownBy(() ->
                        new Nature(
                                MessageKind.RECEIPT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(invitation)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesABounceWithoutWordsForLasting() {
        assertThat(Nature.of(MessageKind.BOUNCE).bounce().orElseThrow().severity())
                .isEqualTo(Bounce.Severity.HARD);
    }
}
