package io.fraywatch.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What calendar mail is about (RFC 5546).
///
/// @param uid which event, the same in the request and its answers; empty when it has none
/// @param start when it begins; a whole day begins at midnight UTC
/// @param answers who answered and how, in the order named; who didn't yet isn't among them
public record Invitation(Method method, String uid, Optional<Instant> start, List<Answer> answers) {
    public Invitation {
        answers = List.copyOf(answers);
    }

    /// What the mail is for (RFC 5546 §1.4).
    public enum Method {
        REQUEST("request"),
        REPLY("reply"),
        CANCEL("cancel"),
        COUNTER("counter"),
        DECLINE_COUNTER("declineCounter"),
        REFRESH("refresh"),
        ADD("add");

        private final String key;

        Method(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// What somebody answered (`PARTSTAT`, RFC 5545 §3.2.12).
    public enum Status {
        ACCEPTED("accepted"),
        DECLINED("declined"),
        TENTATIVE("tentative"),
        DELEGATED("delegated");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        /// The name in JSON.
        public String key() {
            return key;
        }
    }

    /// One attendee's answer.
    public record Answer(Address attendee, Status status) {}
}
