package io.fraywatch.parse;

/// How much of one mail is looked at. What lies beyond is left out and named in the mail's
/// problems.
///
/// @param depth multiparts within multiparts
/// @param parts MIME parts
/// @param headers fields of the mail's own header
/// @param headerBytes bytes of the mail's own header, and of each part's
/// @param lineBytes bytes of one line within a part's header
/// @param rawBytes bytes of the whole mail
/// @param partText bytes of one part's decoded text
/// @param mailText characters of the whole text
/// @param references ids in `References`
/// @param addresses addresses in all headers together
public record Limits(
        int depth,
        int parts,
        int headers,
        int headerBytes,
        int lineBytes,
        int rawBytes,
        int partText,
        int mailText,
        int references,
        int addresses) {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /// What ordinary mail never reaches and a hostile one can't get past.
    public static final Limits DEFAULT =
            new Limits(32, 500, 1_000, 256 * KIB, MIB, 50 * MIB, 2 * MIB, 5 * MIB, 200, 2_000);

    public Limits {
        requirePositive("depth", depth);
        requirePositive("parts", parts);
        requirePositive("headers", headers);
        requirePositive("headerBytes", headerBytes);
        requirePositive("lineBytes", lineBytes);
        requirePositive("rawBytes", rawBytes);
        requirePositive("partText", partText);
        requirePositive("mailText", mailText);
        requirePositive("references", references);
        requirePositive("addresses", addresses);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "limit " + name + " is " + value + " but must be at least 1");
        }
    }
}
