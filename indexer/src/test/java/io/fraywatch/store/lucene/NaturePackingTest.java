package io.fraywatch.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NaturePackingTest {
    private static final Address ANN = new Address("Ann Smith", "ann@client.example");

    static Stream<Nature> natures() {
        return Stream.concat(
                Stream.of(MessageKind.values()).map(Nature::of),
                Stream.of(
                        Nature.outOfOffice(Optional.of(LocalDate.of(2026, 3, 9))),
                        Nature.bounce(
                                new Bounce(
                                        Bounce.Severity.DELAYED,
                                        List.of(ANN, Address.of("bob@client.example")),
                                        Optional.of(new MessageId("1@us.example")),
                                        "452 4.2.2 mailbox full")),
                        Nature.calendar(
                                Optional.of(
                                        new Invitation(
                                                Invitation.Method.REPLY,
                                                "event-7",
                                                Optional.of(Instant.parse("2026-03-09T15:00:00Z")),
                                                List.of(
                                                        new Invitation.Answer(
                                                                ANN,
                                                                Invitation.Status.TENTATIVE)))))));
    }

    @ParameterizedTest
    @MethodSource("natures")
    void unpacksWhatItPacked(Nature nature) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        NaturePacking.write(out, nature);
        assertThat(NaturePacking.read(new ByteArrayDataInput(out.toArrayCopy()))).isEqualTo(nature);
    }
}
