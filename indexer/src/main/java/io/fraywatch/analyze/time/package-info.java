/// Business time: how much working time lies between two instants, and when a given amount of it
/// has passed.
///
/// Pure arithmetic on `java.time`; depends on the JDK only and never asks what time it is.
@NullMarked
package io.fraywatch.analyze.time;

import org.jspecify.annotations.NullMarked;
