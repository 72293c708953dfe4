package io.fraywatch.source.gmail;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Message;
import io.fraywatch.source.BoundedHttp;
import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fetches whole mails, several in a batch.
///
/// Gmail may answer the calls of a batch in any order, and Google's client takes them for the order
/// asked in. So a mail is known by the id within it, and what a batch didn't give is asked for
/// alone.
final class RawMails {
    private static final int UNITS = 5;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final String FIELDS = "id,threadId,labelIds,internalDate,raw";

    private final Calls calls;

    RawMails(Calls calls) {
        this.calls = calls;
    }

    /// What came of asking for several mails; one that is gone is in neither map.
    ///
    /// @param mails by id
    /// @param refused why mails that exist weren't given, by id
    record Fetched(Map<String, Message> mails, Map<String, String> refused) {
        Fetched() {
            this(new HashMap<>(), new HashMap<>());
        }

        List<String> missingOf(List<String> ids) {
            return ids.stream()
                    .filter(id -> !mails.containsKey(id) && !refused.containsKey(id))
                    .toList();
        }
    }

    /// Asks for mails until each is there, gone, or refused for good.
    ///
    /// @throws SourceException if Gmail gives none for a reason that concerns all
    Fetched fetch(List<String> ids) throws SourceException, InterruptedException {
        Fetched fetched = new Fetched();
        Trouble trouble = Trouble.NONE;
        for (int tried = 1; tried <= calls.tries(); tried++) {
            List<String> missing = fetched.missingOf(ids);
            trouble = missing.isEmpty() ? Trouble.NONE : batch(missing, fetched);
            switch (trouble) {
                case NONE -> {
                    return eachAlone(fetched.missingOf(ids), fetched);
                }
                case UNAUTHORIZED -> {
                    if (tried > 1) {
                        throw calls.failures().of(unauthorized());
                    }
                    calls.renewToken();
                }
                case THROTTLED -> calls.backOff(tried);
            }
        }
        throw trouble == Trouble.UNAUTHORIZED
                ? calls.failures().of(unauthorized())
                : calls.failures().throttled();
    }

    /// What keeps a whole batch from being answered.
    private enum Trouble {
        NONE,
        THROTTLED,
        UNAUTHORIZED
    }

    private static HttpResponseException unauthorized() {
        return new HttpResponseException.Builder(UNAUTHORIZED, "", new HttpHeaders()).build();
    }

    private Trouble batch(List<String> ids, Fetched into)
            throws SourceException, InterruptedException {
        try {
            return calls.perform(UNITS * ids.size(), () -> ask(ids, into));
        } catch (BoundedHttp.TooLargeException _) {
            return Trouble.NONE;
        } catch (IOException e) {
            throw calls.failures().of(e);
        }
    }

    private Trouble ask(List<String> ids, Fetched into) throws IOException, SourceException {
        Callback callback = new Callback(into.mails);
        BatchRequest batch = calls.gmail().batch(request -> request.setNumberOfRetries(0));
        for (String id : ids) {
            calls.authorized(request(calls.gmail(), id)).queue(batch, callback);
        }
        batch.execute();
        return callback.trouble;
    }

    private static Gmail.Users.Messages.Get request(Gmail gmail, String id) throws IOException {
        return gmail.users().messages().get("me", id).setFormat("raw").setFields(FIELDS);
    }

    private static final class Callback extends JsonBatchCallback<Message> {
        private final Map<String, Message> mails;
        private Trouble trouble = Trouble.NONE;

        Callback(Map<String, Message> mails) {
            this.mails = mails;
        }

        @Override
        public void onSuccess(Message mail, HttpHeaders headers) {
            mails.put(mail.getId(), mail);
        }

        @Override
        public void onFailure(GoogleJsonError error, HttpHeaders headers) {
            if (error.getCode() == UNAUTHORIZED) {
                trouble = Trouble.UNAUTHORIZED;
            } else if (Failures.isThrottling(error.getCode(), Failures.reasons(error))) {
                trouble = trouble == Trouble.NONE ? Trouble.THROTTLED : trouble;
            }
        }
    }

    /// @throws SourceException also if the server fails for one after the other and gave nothing:
    ///   then it isn't the mails
    private Fetched eachAlone(List<String> ids, Fetched into)
            throws SourceException, InterruptedException {
        for (String id : ids) {
            alone(id, into);
            if (into.mails.isEmpty() && into.refused.size() > 1) {
                throw calls.failures()
                        .of(
                                new HttpResponseException.Builder(
                                                SERVER_ERROR, "", new HttpHeaders())
                                        .build());
            }
        }
        return into;
    }

    private void alone(String id, Fetched into) throws SourceException, InterruptedException {
        try {
            into.mails.put(id, calls.tryToMake(UNITS, gmail -> request(gmail, id)));
        } catch (BoundedHttp.TooLargeException e) {
            into.refused.put(id, String.valueOf(e.getMessage()));
        } catch (HttpResponseException e) {
            int status = e.getStatusCode();
            if (status == UNAUTHORIZED || Failures.isThrottling(status, Failures.reasons(e))) {
                throw calls.failures().of(e);
            }
            if (status != NOT_FOUND) {
                into.refused.put(id, "Gmail answers for it with status " + status);
            }
        } catch (IOException e) {
            throw calls.failures().of(e);
        }
    }
}
