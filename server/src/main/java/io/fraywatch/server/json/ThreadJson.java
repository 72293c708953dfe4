package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.mail.MessageId;
import java.util.List;
import java.util.Optional;

/// One conversation as `threads` lists it: which mails belong together, and why.
///
/// @param client the client's id
/// @param notes only where there are some
@JsonPropertyOrder({"v", "conversation", "client", "subject", "messages", "notes"})
public record ThreadJson(
        int v,
        String conversation,
        Optional<String> client,
        String subject,
        List<Member> messages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NoteJson> notes) {
    /// One mail's place in it.
    ///
    /// @param messageId the mail's Message-ID; its id with us where it has none
    /// @param parent the `id` of the mail it answers, where that one is here
    /// @param joinedBy `root`, `reference`, `provider`, `subject` or `hand`
    /// @param certainty the chance that it belongs here, 0 to 1
    @JsonPropertyOrder({"id", "messageId", "parent", "joinedBy", "certainty"})
    public record Member(
            String id,
            String messageId,
            Optional<String> parent,
            String joinedBy,
            double certainty) {}

    public static ThreadJson of(Conversation conversation) {
        return new ThreadJson(
                Json.VERSION,
                conversation.id().toString(),
                conversation.client().map(Client::id).map(Object::toString),
                conversation.subject(),
                conversation.entries().stream().map(ThreadJson::member).toList(),
                NoteJson.all(conversation.notes()));
    }

    private static Member member(Conversation.Entry entry) {
        return new Member(
                entry.message().id().value(),
                messageId(entry.message()),
                entry.parent().map(MailId::value),
                entry.link().key(),
                entry.certainty());
    }

    static String messageId(Message message) {
        return message.headers().messageId().map(MessageId::value).orElse(message.id().value());
    }
}
