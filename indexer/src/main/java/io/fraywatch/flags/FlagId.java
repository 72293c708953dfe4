package io.fraywatch.flags;

import io.fraywatch.mail.AccountName;
import io.fraywatch.mail.MailId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a flag by its reason, so that the same reason gives the same flag for ever.
///
/// @param value 16 hex digits
public record FlagId(String value) implements Comparable<FlagId> {
    /// The flag raised in this account by a signal of this kind that this mail set off.
    ///
    /// @param kind the signal's JSON name
    public static FlagId of(AccountName account, String kind, MailId anchor) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (account + "\n" + kind + "\n" + anchor)
                                            .getBytes(StandardCharsets.UTF_8));
            return new FlagId(HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int compareTo(FlagId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
