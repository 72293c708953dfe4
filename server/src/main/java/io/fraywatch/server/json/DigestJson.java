package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/// A digest as the command line reports it.
///
/// @param localDate the day it is for, ISO-8601
/// @param messageId the mail's Message-ID, without angle brackets
@JsonPropertyOrder({"v", "recipient", "localDate", "messageId", "items"})
public record DigestJson(
        int v, String recipient, String localDate, String messageId, List<Item> items) {
    /// One flag told.
    ///
    /// @param change `new`, `worse` or `same`, against what was told before
    @JsonPropertyOrder({"flag", "change"})
    public record Item(String flag, String change) {}
}
