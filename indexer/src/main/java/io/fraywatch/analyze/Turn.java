package io.fraywatch.analyze;

import io.fraywatch.analyze.text.TextFeatures;
import io.fraywatch.mail.Message;
import java.time.Instant;

/// One mail of a conversation and what its text does.
public record Turn(Message message, TextFeatures text) {
    public Instant sentAt() {
        return message.sentAt();
    }
}
