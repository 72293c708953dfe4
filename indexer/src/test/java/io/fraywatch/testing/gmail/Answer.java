package io.fraywatch.testing.gmail;

import java.util.Optional;

/// An HTTP answer.
///
/// @param retryAfter seconds, of a header of that name
record Answer(int status, String body, String type, Optional<Integer> retryAfter) {}
