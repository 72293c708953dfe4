package io.fraywatch.source.gmail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a mailbox was read: up to which point of its history, and whether all that was there
/// before has been taken in.
///
/// @param history the point of the history to go on from
/// @param whole whether everything older is in; else what is missing has to be found by listing
record GmailMark(long history, boolean whole) {
    private static final Pattern SHAPE = Pattern.compile("(all|part)@(\\d{1,19})");

    static Optional<GmailMark> parse(String mark) {
        Matcher matcher = SHAPE.matcher(mark);
        try {
            return matcher.matches()
                    ? Optional.of(
                            new GmailMark(
                                    Long.parseLong(matcher.group(2)),
                                    matcher.group(1).equals("all")))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (whole ? "all@" : "part@") + history;
    }
}
