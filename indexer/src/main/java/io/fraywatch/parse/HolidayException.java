package io.fraywatch.parse;

/// A calendar of holidays that can't be used; the message says what about it, and the mend.
public final class HolidayException extends Exception {
    private static final long serialVersionUID = 1;

    HolidayException(String message) {
        super(message);
    }
}
