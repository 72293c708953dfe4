package io.fraywatch.parse;

import io.fraywatch.mail.ZoneType;

/// What HTML itself says about a stretch of text: that it introduces a quote, or is a signature.
record Hint(ZoneType type, int start, int end) {}
