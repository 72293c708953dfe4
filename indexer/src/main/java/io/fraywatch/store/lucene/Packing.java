package io.fraywatch.store.lucene;

import io.fraywatch.mail.Address;
import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.ConversationId;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.Nature;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Traces;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import io.fraywatch.store.Entry;
import io.fraywatch.store.StoredMail;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/// Packs entries and texts into bytes and back. A change of shape needs a new
/// [IndexFormat#CURRENT].
final class Packing {
    private Packing() {}

    /// The text of a mail with what belongs to it.
    record Text(Body body, List<Attachment> attachments, List<String> problems) {}

    interface Write<T> {
        void one(DataOutput out, T value) throws IOException;
    }

    interface Read<T> {
        T one(DataInput in) throws IOException;
    }

    static BytesRef packEntry(StoredMail stored) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        ParsedMail mail = stored.mail();
        out.writeString(stored.id().value());
        writeInstant(out, stored.sentAt());
        out.writeVLong(Math.max(0, stored.size()));
        NaturePacking.write(out, mail.nature());
        writeHeaders(out, mail.headers());
        writeBytes(out, stored.features());
        writeTraces(out, Traces.of(mail.headers(), mail.body()));
        return new BytesRef(out.toArrayCopy());
    }

    static Entry unpackEntry(BytesRef packed, long conversation) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        MailId id = new MailId(in.readString());
        Instant sentAt = readInstant(in);
        long size = in.readVLong();
        Nature nature = NaturePacking.read(in);
        Headers headers = readHeaders(in);
        return new Entry(
                id,
                new ConversationId(conversation),
                sentAt,
                size,
                headers,
                nature,
                readBytes(in),
                readTraces(in));
    }

    static BytesRef packText(ParsedMail mail) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeString(mail.body().text());
        writeList(out, mail.body().zones(), Packing::writeZone);
        writeList(out, mail.attachments(), Packing::writeAttachment);
        writeList(out, mail.problems(), DataOutput::writeString);
        return new BytesRef(out.toArrayCopy());
    }

    static Text unpackText(BytesRef packed) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        String text = in.readString();
        Body body = new Body(text, readList(in, Packing::readZone));
        return new Text(
                body, readList(in, Packing::readAttachment), readList(in, DataInput::readString));
    }

    private static void writeHeaders(DataOutput out, Headers headers) throws IOException {
        writeOptional(out, headers.messageId(), Packing::writeId);
        writeList(out, headers.inReplyTo(), Packing::writeId);
        writeList(out, headers.references(), Packing::writeId);
        writeOptional(out, headers.date(), Packing::writeDate);
        writeOptional(out, headers.author(), Packing::writeAddress);
        writeList(out, headers.from(), Packing::writeAddress);
        writeList(out, headers.to(), Packing::writeAddress);
        writeList(out, headers.cc(), Packing::writeAddress);
        out.writeString(headers.subject());
        writeOptional(out, headers.providerThread(), DataOutput::writeString);
        writeList(out, headers.labels(), DataOutput::writeString);
        writeOptional(out, headers.outlookThread(), DataOutput::writeString);
    }

    private static Headers readHeaders(DataInput in) throws IOException {
        return new Headers(
                readOptional(in, Packing::readId),
                readList(in, Packing::readId),
                readList(in, Packing::readId),
                readOptional(in, Packing::readDate),
                readOptional(in, Packing::readAddress),
                readList(in, Packing::readAddress),
                readList(in, Packing::readAddress),
                readList(in, Packing::readAddress),
                in.readString(),
                readOptional(in, DataInput::readString),
                readList(in, DataInput::readString),
                readOptional(in, DataInput::readString));
    }

    private static void writeTraces(DataOutput out, Traces traces) throws IOException {
        writeList(out, List.copyOf(traces.own()), DataOutput::writeInt);
        writeList(out, List.copyOf(traces.quoted()), DataOutput::writeInt);
    }

    private static Traces readTraces(DataInput in) throws IOException {
        return new Traces(
                Set.copyOf(readList(in, DataInput::readInt)),
                Set.copyOf(readList(in, DataInput::readInt)));
    }

    static void writeId(DataOutput out, MessageId id) throws IOException {
        out.writeString(id.value());
    }

    static MessageId readId(DataInput in) throws IOException {
        return new MessageId(in.readString());
    }

    static void writeAddress(DataOutput out, Address address) throws IOException {
        out.writeString(address.name());
        out.writeString(address.address());
    }

    static Address readAddress(DataInput in) throws IOException {
        return new Address(in.readString(), in.readString());
    }

    private static void writeDate(DataOutput out, OffsetDateTime date) throws IOException {
        writeInstant(out, date.toInstant());
        out.writeZInt(date.getOffset().getTotalSeconds());
    }

    private static OffsetDateTime readDate(DataInput in) throws IOException {
        return readInstant(in).atOffset(ZoneOffset.ofTotalSeconds(in.readZInt()));
    }

    static void writeInstant(DataOutput out, Instant instant) throws IOException {
        out.writeZLong(instant.getEpochSecond());
        out.writeVInt(instant.getNano());
    }

    static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readZLong(), in.readVInt());
    }

    private static void writeZone(DataOutput out, Zone zone) throws IOException {
        out.writeString(zone.type().name());
        out.writeVInt(zone.start());
        out.writeVInt(zone.end());
    }

    private static Zone readZone(DataInput in) throws IOException {
        return new Zone(ZoneType.valueOf(in.readString()), in.readVInt(), in.readVInt());
    }

    private static void writeAttachment(DataOutput out, Attachment attachment) throws IOException {
        out.writeString(attachment.name());
        out.writeString(attachment.type());
        out.writeVLong(Math.max(0, attachment.size()));
    }

    private static Attachment readAttachment(DataInput in) throws IOException {
        return new Attachment(in.readString(), in.readString(), in.readVLong());
    }

    private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeVInt(bytes.length);
        out.writeBytes(bytes, bytes.length);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readVInt()];
        in.readBytes(bytes, 0, bytes.length);
        return bytes;
    }

    static <T> void writeOptional(DataOutput out, Optional<T> value, Write<T> write)
            throws IOException {
        writeList(out, value.stream().toList(), write);
    }

    static <T> Optional<T> readOptional(DataInput in, Read<T> read) throws IOException {
        return readList(in, read).stream().findFirst();
    }

    static <T> void writeList(DataOutput out, List<T> values, Write<T> write) throws IOException {
        out.writeVInt(values.size());
        for (T value : values) {
            write.one(out, value);
        }
    }

    static <T> List<T> readList(DataInput in, Read<T> read) throws IOException {
        int size = in.readVInt();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(read.one(in));
        }
        return values;
    }
}
