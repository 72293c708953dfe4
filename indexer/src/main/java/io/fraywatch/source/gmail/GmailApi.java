package io.fraywatch.source.gmail;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.gmail.model.Label;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.SendAs;
import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What reading asks of the Gmail API besides the mails themselves.
final class GmailApi {
    private static final String ME = "me";
    private static final long PAGE = 500;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final String LISTED = "messages/id,nextPageToken";
    private static final String HISTORY =
            "historyId,nextPageToken,history(messagesAdded/message/id,messagesDeleted/message/id,"
                    + "labelsAdded(labelIds,message/id),labelsRemoved(labelIds,message/id))";

    private final Calls calls;

    GmailApi(Calls calls) {
        this.calls = calls;
    }

    /// Where the mailbox's history stands now.
    long historyId() throws SourceException, InterruptedException {
        return calls.make(1, gmail -> gmail.users().getProfile(ME).setFields("historyId"))
                .getHistoryId()
                .longValue();
    }

    /// Ids of all mails but drafts, junk and deleted ones, the newest first. When Gmail forgets
    /// where in the list we are, the listing starts again, once.
    List<String> ids() throws SourceException, InterruptedException {
        try {
            return list();
        } catch (ExpiredException _) {
            try {
                return list();
            } catch (ExpiredException e) {
                throw calls.failures().of(e.answer);
            }
        }
    }

    /// A page token that the server no longer knows.
    private static final class ExpiredException extends Exception {
        private static final long serialVersionUID = 1;
        private final GoogleJsonResponseException answer;

        ExpiredException(GoogleJsonResponseException answer) {
            super(answer);
            this.answer = answer;
        }
    }

    private List<String> list() throws SourceException, InterruptedException, ExpiredException {
        List<String> ids = new ArrayList<>();
        Optional<String> page = Optional.empty();
        do {
            ListMessagesResponse answer = page(page.orElse(null));
            Optional.ofNullable(answer.getMessages()).orElse(List.of()).stream()
                    .map(Message::getId)
                    .forEach(ids::add);
            page = Optional.ofNullable(answer.getNextPageToken());
        } while (page.isPresent());
        return ids;
    }

    private ListMessagesResponse page(@Nullable String token)
            throws SourceException, InterruptedException, ExpiredException {
        try {
            return calls.tryToMake(
                    5,
                    gmail ->
                            gmail.users()
                                    .messages()
                                    .list(ME)
                                    .setMaxResults(PAGE)
                                    .setQ("-in:drafts -in:chats")
                                    .setPageToken(token)
                                    .setFields(LISTED));
        } catch (GoogleJsonResponseException e) {
            if (token != null && e.getStatusCode() == BAD_REQUEST) {
                throw new ExpiredException(e);
            }
            throw calls.failures().of(e);
        } catch (IOException e) {
            throw calls.failures().of(e);
        }
    }

    /// What happened since; empty when Gmail no longer knows, as may be after a week.
    Optional<Changes> changesSince(long history) throws SourceException, InterruptedException {
        Changes changes = new Changes(history);
        Optional<String> page = Optional.empty();
        do {
            try {
                ListHistoryResponse answer = history(history, page.orElse(null));
                changes.add(
                        Optional.ofNullable(answer.getHistory()).orElse(List.of()),
                        answer.getHistoryId().longValue());
                page = Optional.ofNullable(answer.getNextPageToken());
            } catch (GoogleJsonResponseException e) {
                if (e.getStatusCode() == NOT_FOUND
                        || (page.isPresent() && e.getStatusCode() == BAD_REQUEST)) {
                    return Optional.empty();
                }
                throw calls.failures().of(e);
            } catch (IOException e) {
                throw calls.failures().of(e);
            }
        } while (page.isPresent());
        return Optional.of(changes);
    }

    private ListHistoryResponse history(long start, @Nullable String token)
            throws IOException, SourceException, InterruptedException {
        return calls.tryToMake(
                2,
                gmail ->
                        gmail.users()
                                .history()
                                .list(ME)
                                .setStartHistoryId(BigInteger.valueOf(start))
                                .setMaxResults(PAGE)
                                .setPageToken(token)
                                .setFields(HISTORY));
    }

    /// The names of all labels, by id.
    Map<String, String> labels() throws SourceException, InterruptedException {
        return calls
                .make(1, gmail -> gmail.users().labels().list(ME).setFields("labels(id,name)"))
                .getLabels()
                .stream()
                .collect(Collectors.toMap(Label::getId, Label::getName, (a, _) -> a));
    }

    /// All addresses that the user may send from.
    List<String> sendAs() throws SourceException, InterruptedException {
        return Optional.ofNullable(
                        calls.make(1, gmail -> gmail.users().settings().sendAs().list(ME))
                                .getSendAs())
                .orElse(List.of())
                .stream()
                .map(SendAs::getSendAsEmail)
                .toList();
    }
}
