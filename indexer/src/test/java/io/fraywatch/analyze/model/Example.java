package io.fraywatch.analyze.model;

/// A text to train or measure by.
///
/// @param label whether it belongs to the class
public record Example(String text, boolean label) {}
