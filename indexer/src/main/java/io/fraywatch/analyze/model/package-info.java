/// Scores tokens by trained weights: logistic regression over hashed word 1- to 3-grams.
///
/// Weights are resources of this package, made by `scripts/train`. Depends on the JDK only.
@NullMarked
package io.fraywatch.analyze.model;

import org.jspecify.annotations.NullMarked;
