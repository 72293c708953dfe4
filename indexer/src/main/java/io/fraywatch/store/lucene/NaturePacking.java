package io.fraywatch.store.lucene;

import io.fraywatch.mail.Bounce;
import io.fraywatch.mail.Invitation;
import io.fraywatch.mail.MessageKind;
import io.fraywatch.mail.Nature;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/// Packs what sort a mail is; part of [Packing].
final class NaturePacking {
    private NaturePacking() {}

    static void write(DataOutput out, Nature nature) throws IOException {
        out.writeString(nature.kind().name());
        Packing.writeOptional(
                out, nature.returnDate(), (o, date) -> o.writeZLong(date.toEpochDay()));
        Packing.writeOptional(out, nature.bounce(), NaturePacking::writeBounce);
        Packing.writeOptional(out, nature.invitation(), NaturePacking::writeInvitation);
    }

    static Nature read(DataInput in) throws IOException {
        return new Nature(
                MessageKind.valueOf(in.readString()),
                Packing.readOptional(in, i -> LocalDate.ofEpochDay(i.readZLong())),
                Packing.readOptional(in, NaturePacking::readBounce),
                Packing.readOptional(in, NaturePacking::readInvitation));
    }

    private static void writeBounce(DataOutput out, Bounce bounce) throws IOException {
        out.writeString(bounce.severity().name());
        Packing.writeList(out, bounce.failed(), Packing::writeAddress);
        Packing.writeOptional(out, bounce.original(), Packing::writeId);
        out.writeString(bounce.diagnostic());
    }

    private static Bounce readBounce(DataInput in) throws IOException {
        return new Bounce(
                Bounce.Severity.valueOf(in.readString()),
                Packing.readList(in, Packing::readAddress),
                Packing.readOptional(in, Packing::readId),
                in.readString());
    }

    private static void writeInvitation(DataOutput out, Invitation invitation) throws IOException {
        out.writeString(invitation.method().name());
        out.writeString(invitation.uid());
        Packing.writeOptional(out, invitation.start(), Packing::writeInstant);
        Packing.writeList(
                out,
                invitation.answers(),
                (o, answer) -> {
                    Packing.writeAddress(o, answer.attendee());
                    o.writeString(answer.status().name());
                });
    }

    private static Invitation readInvitation(DataInput in) throws IOException {
        return new Invitation(
                Invitation.Method.valueOf(in.readString()),
                in.readString(),
                Packing.readOptional(in, Packing::readInstant),
                Packing.readList(
                        in,
                        i ->
                                new Invitation.Answer(
                                        Packing.readAddress(i),
                                        Invitation.Status.valueOf(i.readString()))));
    }
}
