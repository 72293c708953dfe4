package io.fraywatch.analyze.model;

/// An encoder that can't be used here. The message says why, and the mend.
public final class EncoderException extends Exception {
    private static final long serialVersionUID = 1;

    public EncoderException(String message, Throwable cause) {
        super(message, cause);
    }
}
