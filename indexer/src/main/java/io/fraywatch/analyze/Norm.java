package io.fraywatch.analyze;

/// What is usual for a client beside what one conversation shows, in words.
///
/// @param about the signal that this norm decides on, by its JSON name
/// @param usual what is usual: "usually 64 words and a greeting 19 times of 20"; where too little
///   is known, that and how much it takes
/// @param here what there is: "this one 4 words, none"
/// @param known whether there was enough to tell what is usual
public record Norm(String about, String usual, String here, boolean known) {
    /// Both as one sentence.
    public String sentence() {
        return Words.capitalized(usual) + "; " + here + ".";
    }
}
