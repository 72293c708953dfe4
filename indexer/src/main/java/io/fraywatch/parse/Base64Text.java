package io.fraywatch.parse;

/// The base64 alphabet (RFC 2045 §6.8).
final class Base64Text {
    private Base64Text() {}

    /// The six bits a character stands for, or -1.
    static int value(int c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
