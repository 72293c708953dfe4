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
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/// Pulls the parts of one mail, and of the mails enclosed in it, through mime4j's token stream,
/// within the limits. The mail's own header was read before; mime4j sees only what of it governs
/// the body, so no header can make it stumble.
final class PartReader {
    private static final int ENCLOSED_HEADER = 8192;
    private static final List<String> GOVERNING =
            List.of("content-type", "content-transfer-encoding", "content-disposition");

    private final Limits limits;
    private final Problems problems;
    private final Leaves leaves;
    private final int depth;
    private final MimeTokenStream stream;
    private final Deque<Open> open = new ArrayDeque<>();

    private PartReader(Limits limits, Problems problems, Leaves leaves, int depth) {
        this.limits = limits;
        this.problems = problems;
        this.leaves = leaves;
        this.depth = depth;
        this.stream =
                new MimeTokenStream(
                        new MimeConfig.Builder()
                                .setMaxLineLen(limits.lineBytes())
                                .setMaxHeaderCount(limits.headers())
                                .setMaxHeaderLen(limits.headerBytes())
                                .setMaxContentLen(-1)
                                .build());
        stream.setRecursionMode(RecursionMode.M_RECURSE);
    }

    /// An entity whose parts are still being read.
    private static final class Open {
        private final boolean enclosedMail;
        private Parameters type = Parameters.NONE;
        private Parameters disposition = Parameters.NONE;
        private String encoding = "";
        private boolean closed;
        private byte[] preamble = new byte[0];
        private byte[] enclosedHeader = new byte[0];
        private final ByteArrayOutputStream header = new ByteArrayOutputStream(0);
        private final List<Part> children = new ArrayList<>();

        Open(boolean enclosedMail) {
            this.enclosedMail = enclosedMail;
        }
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
        byte[] governing = governing(headers);
        return new PartReader(limits, problems, new Leaves(limits, problems), 0)
                .run(
                        new SequenceInputStream(
                                new ByteArrayInputStream(governing),
                                new ByteArrayInputStream(raw, bodyStart, Math.max(0, length))))
                .orElse(Part.EMPTY);
    }

    private static byte[] governing(RawHeaders headers) {
        StringBuilder header = new StringBuilder();
        for (String name : GOVERNING) {
            headers.find(name)
                    .ifPresent(
                            value -> header.append(name).append(": ").append(value).append("\r\n"));
        }
        return header.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Part> run(InputStream in) {
        open.push(new Open(false));
        try {
            stream.parse(in);
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM && !leaves.tooMany()) {
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
        return open.pop().children.stream().findFirst();
    }

    private void see(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE -> startMail();
            case T_START_BODYPART -> open.push(new Open(false));
            case T_FIELD -> field(stream.getField());
            case T_END_HEADER -> boundDepth();
            case T_START_MULTIPART -> settleType(open.getFirst());
            case T_PREAMBLE -> open.getFirst().preamble = leaves.preamble(stream.getInputStream());
            case T_BODY -> leaf(open.getFirst());
            case T_END_BODYPART, T_END_MESSAGE -> close();
            default -> {}
        }
    }

    private void field(Field field) {
        ByteSequence bytes = field.getRaw();
        String name = field.getName().toLowerCase(Locale.ROOT);
        Open entity = open.getFirst();
        if (entity.enclosedMail && entity.header.size() + bytes.length() < ENCLOSED_HEADER) {
            entity.header.writeBytes(bytes.toByteArray());
            entity.header.write('\n');
        }
        switch (name) {
            case "content-type" ->
                    entity.type =
                            entity.type.value().isEmpty()
                                    ? Parameters.parse(value(bytes))
                                    : entity.type;
            case "content-disposition" -> entity.disposition = Parameters.parse(value(bytes));
            case "content-transfer-encoding" ->
                    entity.encoding = Parameters.parse(value(bytes)).value();
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

    private void startMail() {
        Open around = open.getFirst();
        boolean enclosed = open.size() > 1;
        if (enclosed && around.type.value().indexOf('/') <= 0) {
            around.type = new Parameters("message/rfc822", around.type.all());
        }
        open.push(new Open(enclosed));
    }

    private void boundDepth() {
        if (open.size() + depth > limits.depth()) {
            problems.add(
                    "parts are nested more than "
                            + limits.depth()
                            + " deep; what lies deeper wasn't opened");
            stream.setRecursionMode(RecursionMode.M_FLAT);
        }
    }

    /// A type that isn't one, or a multipart without a boundary, is what mime4j takes it for.
    private void settleType(Open entity) {
        String said = entity.type.value();
        String taken = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        if (said.indexOf('/') <= 0
                || said.startsWith("multipart/") != taken.startsWith("multipart/")) {
            entity.type = new Parameters(taken, entity.type.all());
        }
    }

    private void leaf(Open entity) throws IOException {
        settleType(entity);
        if (leaves.next()) {
            Part bare = new Part(entity.type, entity.disposition, new byte[0], 0, List.of());
            Part part = leaves.read(bare, entity.encoding, stream.getInputStream());
            add(entity, part.holding(within(part)));
        } else {
            entity.closed = true;
        }
    }

    /// What a part that has no structure of its own wraps.
    private Optional<Part> within(Part part) {
        if (open.size() + depth > limits.depth()) {
            return Optional.empty();
        }
        return part.mediaType().equals("message/global")
                ? nested(part.content())
                : part.isCms()
                        ? Cms.signedContent(part.content()).flatMap(this::nested)
                        : Optional.empty();
    }

    private Optional<Part> nested(byte[] entity) {
        return new PartReader(limits, problems, leaves, depth + open.size())
                .run(new ByteArrayInputStream(entity));
    }

    private void close() {
        Open entity = open.getFirst();
        if (!entity.closed) {
            boolean multipart = entity.type.value().startsWith("multipart/");
            Optional<Part> enclosed =
                    multipart ? Optional.empty() : entity.children.stream().findFirst();
            add(
                    entity,
                    new Part(
                            entity.type,
                            entity.disposition,
                            multipart ? entity.preamble : entity.enclosedHeader,
                            enclosed.map(mail ->
                                            mail.sizeOfAll() + entity.enclosedHeader.length + 1)
                                    .orElse(0L),
                            multipart ? entity.children : List.of(),
                            enclosed));
        }
        open.pop();
    }

    private void add(Open entity, Part part) {
        Iterator<Open> up = open.iterator();
        up.next();
        Open parent = up.next();
        parent.children.add(part);
        parent.enclosedHeader = entity.header.toByteArray();
        entity.closed = true;
    }
}
