package io.fraywatch.parse;

import java.util.List;

/// One MIME part, read as far as anybody needs it.
final class Part {
    static final Part EMPTY =
            new Part(Parameters.parse("text/plain"), Parameters.NONE, new byte[0], 0, List.of());

    private final Parameters type;
    private final Parameters disposition;
    private final byte[] content;
    private final long size;
    private final List<Part> children;

    /// @param type its media type with parameters
    /// @param content the transfer-decoded bytes of a text part, or of the start of an enclosed
    ///   mail; empty for all else
    /// @param size decoded size in bytes
    /// @param children of a multipart, in order
    Part(Parameters type, Parameters disposition, byte[] content, long size, List<Part> children) {
        this.type = type;
        this.disposition = disposition;
        this.content = content;
        this.size = size;
        this.children = List.copyOf(children);
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

    String mediaType() {
        return type.value();
    }

    boolean isMultipart() {
        return mediaType().startsWith("multipart/");
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
