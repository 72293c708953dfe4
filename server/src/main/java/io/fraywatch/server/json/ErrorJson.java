package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;

/// Why a request of the API wasn't answered.
///
/// @param position where in the query it went wrong, counted in UTF-16 units from 0
@JsonPropertyOrder({"v", "status", "error", "remedy", "position"})
public record ErrorJson(
        int v,
        int status,
        String error,
        String remedy,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> position) {
    public static ErrorJson of(
            int status, String error, String remedy, Optional<Integer> position) {
        return new ErrorJson(Json.VERSION, status, error, remedy, position);
    }
}
