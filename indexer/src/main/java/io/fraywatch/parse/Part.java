package io.fraywatch.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One MIME part, read as far as anybody needs it.
final class Part {
    static final Part EMPTY =
            new Part(Parameters.parse("text/plain"), Parameters.NONE, new byte[0], 0, List.of());

    private final Parameters type;
    private final Parameters disposition;
    private final byte[] content;
    private final long size;
    private final List<Part> children;
    private final Optional<Part> enclosed;

    /// @param type its media type with parameters
    /// @param content the transfer-decoded bytes of a part that is read here (text, reports, what
    ///   wraps another mail); the start of the header of an enclosed mail; what stands in a
    ///   multipart without parts; empty for all else
    /// @param size decoded size in bytes
    /// @param children of a multipart, in order
    /// @param enclosed the mail, or signed part, that this part holds
    Part(
            Parameters type,
            Parameters disposition,
            byte[] content,
            long size,
            List<Part> children,
            Optional<Part> enclosed) {
        this.type = type;
        this.disposition = disposition;
        this.content = content;
        this.size = size;
        this.children = List.copyOf(children);
        this.enclosed = enclosed;
    }

    Part(Parameters type, Parameters disposition, byte[] content, long size, List<Part> children) {
        this(type, disposition, content, size, children, Optional.empty());
    }

    Part holding(Optional<Part> other) {
        return other.isEmpty() ? this : new Part(type, disposition, content, size, children, other);
    }

    Part filled(byte[] bytes, long decodedSize) {
        return new Part(type, disposition, bytes, decodedSize, children, enclosed);
    }

    Parameters type() {
        return type;
    }

    Parameters disposition() {
        return disposition;
    }

    byte[] content() {
        return content;
    }

    long size() {
        return size;
    }

    List<Part> children() {
        return children;
    }

    Optional<Part> enclosed() {
        return enclosed;
    }

    String mediaType() {
        return type.value();
    }

    boolean isMultipart() {
        return mediaType().startsWith("multipart/");
    }

    /// Its decoded size with all parts within it.
    long sizeOfAll() {
        return size + children.stream().mapToLong(Part::sizeOfAll).sum();
    }

    /// Whether it is S/MIME: something signed or encrypted in one piece (RFC 8551 §3.2).
    boolean isCms() {
        return mediaType().equals("application/pkcs7-mime")
                || mediaType().equals("application/x-pkcs7-mime")
                || (isOfNoType() && fileName().toLowerCase(Locale.ROOT).endsWith(".p7m"));
    }

    /// Whether it is Outlook's own wrapping of a mail (MS-OXTNEF).
    boolean isTnef() {
        return mediaType().equals("application/ms-tnef")
                || mediaType().equals("application/vnd.ms-tnef")
                || (isOfNoType() && fileName().equalsIgnoreCase("winmail.dat"));
    }

    private boolean isOfNoType() {
        return mediaType().equals("application/octet-stream");
    }

    /// Its file name without any folders, empty when it has none.
    String fileName() {
        String name =
                disposition.get("filename").isBlank()
                        ? type.get("name")
                        : disposition.get("filename");
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return RawHeaders.clean(name.substring(slash + 1));
    }
}
