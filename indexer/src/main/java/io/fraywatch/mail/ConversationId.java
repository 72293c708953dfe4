package io.fraywatch.mail;

import java.util.HexFormat;

/// Names one conversation within an account: 64 bits made from the identity of its root, written as
/// 16 hex digits.
///
/// Replies never change it; only an older root coming to light does.
public record ConversationId(long value) implements Comparable<ConversationId> {
    private static final HexFormat HEX = HexFormat.of();

    /// @throws IllegalArgumentException unless `text` is exactly 16 hex digits
    public static ConversationId parse(String text) {
        if (text.length() != 16 || !text.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' isn't a conversation: 16 hex digits were expected, as `threads` prints them");
        }
        return new ConversationId(HexFormat.fromHexDigitsToLong(text));
    }

    @Override
    public int compareTo(ConversationId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return HEX.toHexDigits(value);
    }
}
