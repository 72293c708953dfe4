package io.fraywatch.server.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Client;
import io.fraywatch.mail.Conversation;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import io.fraywatch.sync.Desk;
import io.fraywatch.sync.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One conversation with its texts and what there is to say of it.
///
/// @param client the client's id
/// @param assessment its explanation; null when it can't be judged
@JsonPropertyOrder({"v", "conversation", "client", "subject", "messages", "notes", "assessment"})
public record ConversationJson(
        int v,
        String conversation,
        Optional<String> client,
        String subject,
        List<Mail> messages,
        List<NoteJson> notes,
        Optional<FlagJson> assessment) {
    /// One mail.
    ///
    /// @param from the author as `Name <address>`
    /// @param date when it counts as sent
    /// @param direction `fromUs`, `fromClient` or `other`
    /// @param newText the author's own words, which evidence counts in
    @JsonPropertyOrder({
        "id",
        "messageId",
        "parent",
        "joinedBy",
        "from",
        "date",
        "kind",
        "direction",
        "text",
        "zones",
        "newText",
        "attachments",
        "problems"
    })
    public record Mail(
            String id,
            String messageId,
            Optional<String> parent,
            String joinedBy,
            Optional<String> from,
            String date,
            String kind,
            String direction,
            String text,
            List<Zone> zones,
            String newText,
            List<File> attachments,
            List<String> problems) {}

    /// A stretch of `text` and what it is for.
    @JsonPropertyOrder({"type", "start", "end"})
    public record Zone(String type, int start, int end) {}

    /// An attachment; its size in bytes.
    @JsonPropertyOrder({"name", "type", "size"})
    public record File(String name, String type, long size) {}

    public static ConversationJson of(Desk.Opened opened, Optional<Finding> finding) {
        Map<MailId, Desk.Page> pages =
                opened.pages().stream()
                        .collect(Collectors.toMap(Desk.Page::id, Function.identity(), (a, b) -> a));
        Conversation conversation = opened.conversation();
        return new ConversationJson(
                Json.VERSION,
                conversation.id().toString(),
                conversation.client().map(Client::id).map(Object::toString),
                conversation.subject(),
                conversation.entries().stream()
                        .map(entry ->
                                mail(entry, Optional.ofNullable(pages.get(entry.message().id()))))
                        .toList(),
                NoteJson.all(conversation.notes()),
                finding.map(FlagJson::explained));
    }

    private static Mail mail(Conversation.Entry entry, Optional<Desk.Page> page) {
        Message message = entry.message();
        Body body = page.map(Desk.Page::body).orElse(Body.EMPTY);
        return new Mail(
                message.id().value(),
                ThreadJson.messageId(message),
                entry.parent().map(MailId::value),
                entry.link().key(),
                message.headers().author().map(Address::toString),
                message.sentAt().toString(),
                message.kind().key(),
                direction(message),
                body.text(),
                body.zones().stream()
                        .map(zone -> new Zone(zone.type().key(), zone.start(), zone.end()))
                        .toList(),
                body.newText(),
                page.stream()
                        .flatMap(p -> p.attachments().stream())
                        .map(file -> new File(file.name(), file.type(), file.size()))
                        .toList(),
                page.map(Desk.Page::problems).orElse(List.of()));
    }

    private static String direction(Message message) {
        return switch (message.direction()) {
            case FROM_US -> "fromUs";
            case FROM_CLIENT -> "fromClient";
            case OTHER -> "other";
        };
    }
}
