package io.fraywatch.analyze.model;

/// Turns a sentence into numbers, so that sentences of like meaning lie near each other. Safe for
/// many threads; pure, however long that takes (milliseconds).
///
/// None belongs to the core: one is found by its [Provider] where somebody added it.
public interface Encoder {
    /// Which model it is, as far as its numbers depend on it; weights learned over them, and an
    /// index in which they count, carry this name. Letters, digits, dots and dashes.
    String name();

    /// The numbers of a text, as many for each, of length 1 taken together. What goes beyond the
    /// model's longest text is left out.
    float[] encode(String text);

    /// Opens an encoder; found by `ServiceLoader`.
    interface Provider {
        /// Loads the model, which stays until the program ends.
        ///
        /// @throws EncoderException if it can't be used on this machine
        Encoder open() throws EncoderException;
    }
}
