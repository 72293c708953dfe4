package io.fraywatch.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/// Pulls the parts of one mail through mime4j's token stream, within the limits. The mail's own
/// header was read before; mime4j sees only what of it governs the body, so no header can make it
/// stumble.
final class PartReader {
    private static final int ENCLOSED_START = 4096;

    private final Limits limits;
    private final Problems problems;
    private final MimeTokenStream stream;
    private final Deque<Open> open = new ArrayDeque<>();
    private final byte[] buffer = new byte[8192];
    private int parts;
    private long textLeft;

    private PartReader(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
        this.textLeft = limits.mailText();
        this.stream =
                new MimeTokenStream(
                        new MimeConfig.Builder()
                                .setMaxLineLen(limits.lineBytes())
                                .setMaxHeaderCount(limits.headers())
                                .setMaxHeaderLen(limits.headerBytes())
                                .setMaxContentLen(-1)
                                .build());
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /// An entity whose parts are still being read.
    private static final class Open {
        private Parameters type = Parameters.NONE;
        private Parameters disposition = Parameters.NONE;
        private String encoding = "";
        private boolean taken;
        private final List<Part> children = new ArrayList<>();
    }

    static Part read(
            RawHeaders headers, byte[] raw, int bodyStart, Limits limits, Problems problems) {
        int length = Math.min(raw.length, limits.rawBytes()) - bodyStart;
        if (raw.length > limits.rawBytes()) {
            problems.add(
                    "the mail is larger than "
                            + limits.rawBytes() / (1024 * 1024)
                            + " MiB; what lies behind that wasn't read");
        }
        if (length <= 0) {
            return Part.EMPTY;
        }
        byte[] governing = governing(headers);
        return new PartReader(limits, problems)
                .run(
                        new SequenceInputStream(
                                new ByteArrayInputStream(governing),
                                new ByteArrayInputStream(raw, bodyStart, length)));
    }

    private static byte[] governing(RawHeaders headers) {
        StringBuilder header = new StringBuilder();
        for (String name :
                List.of("content-type", "content-transfer-encoding", "content-disposition")) {
            headers.find(name)
                    .ifPresent(
                            value -> header.append(name).append(": ").append(value).append("\r\n"));
        }
        return header.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private Part run(InputStream in) {
        open.push(new Open());
        try {
            stream.parse(in);
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM && parts <= limits.parts()) {
                see(state);
                state = stream.next();
            }
        } catch (IOException | MimeException | IllegalStateException _) {
            problems.add("the parts of the mail are broken; what could be made out is kept");
        } catch (RuntimeException _) {
            problems.add(
                    "the parts of the mail can't be told apart; what could be made out is kept");
        }
        while (open.size() > 1) {
            close();
        }
        List<Part> root = open.pop().children;
        return root.isEmpty() ? Part.EMPTY : root.getFirst();
    }

    private void see(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> open.push(new Open());
            case T_FIELD -> field(stream.getField());
            case T_START_MULTIPART -> {
                if (open.size() > limits.depth()) {
                    problems.add(
                            "parts are nested more than "
                                    + limits.depth()
                                    + " deep; what lies deeper wasn't opened");
                    stream.setRecursionMode(RecursionMode.M_FLAT);
                }
            }
            case T_BODY -> leaf();
            case T_END_BODYPART, T_END_MESSAGE -> close();
            default -> {}
        }
    }

    private void field(Field field) {
        ByteSequence bytes = field.getRaw();
        String name = field.getName().toLowerCase(Locale.ROOT);
        Open entity = open.getFirst();
        switch (name) {
            case "content-type" ->
                    entity.type =
                            entity.type.value().isEmpty()
                                    ? Parameters.parse(value(bytes))
                                    : entity.type;
            case "content-disposition" -> entity.disposition = Parameters.parse(value(bytes));
            case "content-transfer-encoding" ->
                    entity.encoding = value(bytes).strip().toLowerCase(Locale.ROOT);
            default -> {}
        }
    }

    private static String value(ByteSequence bytes) {
        byte[] raw = bytes.toByteArray();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        int from = Math.min(raw.length, colon + 1);
        return RawHeaders.unfold(raw, from, raw.length - from);
    }

    private void close() {
        Open entity = open.pop();
        if (!entity.taken && !open.isEmpty()) {
            Part part =
                    new Part(typeOf(entity), entity.disposition, new byte[0], 0, entity.children);
            open.getFirst().children.add(part);
        }
    }

    private Parameters typeOf(Open entity) {
        if (entity.type.value().indexOf('/') > 0) {
            return entity.type;
        }
        String said = stream.getState() == EntityState.T_END_OF_STREAM ? "text/plain" : mediaType();
        return new Parameters(said, entity.type.all());
    }

    private String mediaType() {
        try {
            String type = stream.getBodyDescriptor().getMimeType();
            return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
        } catch (IllegalStateException _) {
            return "text/plain";
        }
    }

    private void leaf() throws IOException {
        Open entity = open.getFirst();
        Parameters type = typeOf(entity);
        parts++;
        if (parts > limits.parts()) {
            problems.add("more than " + limits.parts() + " parts; the rest wasn't read");
            entity.taken = true;
            return;
        }
        Part part =
                switch (type.value()) {
                    case String t when t.startsWith("text/") -> text(type, entity);
                    case "message/rfc822", "message/global" -> enclosed(type, entity);
                    default ->
                            new Part(
                                    type,
                                    entity.disposition,
                                    new byte[0],
                                    sizeOf(entity),
                                    List.of());
                };
        entity.taken = true;
        Open parent = open.size() > 1 ? second() : entity;
        parent.children.add(part);
    }

    private Open second() {
        var each = open.iterator();
        each.next();
        return each.next();
    }

    private Part text(Parameters type, Open entity) throws IOException {
        int most = (int) Math.min(limits.partText(), textLeft);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long size = copy(stream.getDecodedInputStream(), kept, most);
        if (size > most) {
            problems.add("a text of more than " + limits.partText() / 1024 + " KiB was cut short");
        }
        textLeft -= kept.size();
        return new Part(type, entity.disposition, kept.toByteArray(), size, List.of());
    }

    private Part enclosed(Parameters type, Open entity) throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        long size = copy(stream.getDecodedInputStream(), start, ENCLOSED_START);
        return new Part(type, entity.disposition, start.toByteArray(), size, List.of());
    }

    /// Reads to the end, keeps at most so many bytes, and returns how many there were.
    private long copy(InputStream in, ByteArrayOutputStream kept, int most) throws IOException {
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int room = Math.min(n, most - kept.size());
            if (room > 0) {
                kept.write(buffer, 0, room);
            }
            size += n;
        }
        return size;
    }

    /// Counting base64 is several times cheaper than decoding it, and attachments are most of a
    /// mailbox's bytes.
    private long sizeOf(Open entity) throws IOException {
        if (!entity.encoding.startsWith("base64")) {
            return copy(stream.getDecodedInputStream(), new ByteArrayOutputStream(0), 0);
        }
        long digits = 0;
        InputStream in = stream.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                digits += Base64Text.value(buffer[i]) >= 0 ? 1 : 0;
            }
        }
        return digits * 3 / 4;
    }
}
