package io.fraywatch.testing.gmail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.fraywatch.testing.gmail.FakeMailbox.Change;
import io.fraywatch.testing.gmail.FakeMailbox.Event;
import io.fraywatch.testing.gmail.FakeMailbox.Mail;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the API says to each call about a mailbox. Callers take turns.
final class Answers {
    private static final int MOST_A_PAGE = 500;
    private static final int USUAL_PAGE = 100;

    private final FakeMailbox mailbox;
    private final Map<String, List<JsonObject>> pages = new HashMap<>();
    private int nextPage = 1;

    Answers(FakeMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /// The API refuses the call.
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Fault fault;

        Refusal(Fault fault) {
            super(fault.reason());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    synchronized JsonElement answer(Call call) throws Refusal {
        JsonElement whole = whole(call);
        return call.first("fields").map(fields -> FieldsMask.apply(fields, whole)).orElse(whole);
    }

    private JsonElement whole(Call call) throws Refusal {
        try {
            String[] parts = call.path().split("/", -1);
            return switch (call.name()) {
                case "getProfile" -> profile();
                case "messages.list" -> page(call, "messages", () -> messages(call));
                case "messages.get" -> Mails.json(mailbox.get(parts[1]), format(call));
                case "messages.modify" -> modify(parts[1], call);
                case "messages.trash" -> modified(parts[1], Set.of("TRASH"), Set.of("INBOX"));
                case "messages.untrash" -> modified(parts[1], Set.of(), Set.of("TRASH"));
                case "messages.batchModify" -> batchModify(call);
                case "threads.list" -> page(call, "threads", () -> threads(call));
                case "threads.get" -> thread(parts[1], format(call));
                case "history.list" -> history(call);
                case "labels.list" -> labels();
                case "settings.sendAs.list" -> sendAs();
                case "watch" -> watch();
                case "stop" -> new JsonObject();
                default -> throw new Refusal(Fault.NOT_FOUND);
            };
        } catch (NoSuchElementException _) {
            throw new Refusal(Fault.NOT_FOUND);
        }
    }

    private static String format(Call call) {
        return call.first("format").orElse("full");
    }

    /// Lets every page token given out so far expire.
    synchronized void expirePages() {
        pages.clear();
    }

    private interface Rows {
        List<JsonObject> all() throws Refusal;
    }

    private JsonObject page(Call call, String key, Rows rows) throws Refusal {
        Optional<String> token = call.first("pageToken");
        List<JsonObject> left =
                token.isEmpty()
                        ? rows.all()
                        : Optional.ofNullable(pages.get(token.get()))
                                .orElseThrow(() -> new Refusal(new Fault(400, "invalidArgument")));
        int size =
                Math.min(
                        MOST_A_PAGE,
                        call.first("maxResults").map(Integer::parseInt).orElse(USUAL_PAGE));
        JsonObject answer = new JsonObject();
        if (!left.isEmpty()) {
            answer.add(key, array(left.subList(0, Math.min(size, left.size()))));
        }
        if (left.size() > size) {
            String next = "page" + nextPage++;
            pages.put(next, left.subList(size, left.size()));
            answer.addProperty("nextPageToken", next);
        }
        return answer;
    }

    private static JsonArray array(Collection<? extends JsonElement> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }

    private JsonObject profile() {
        List<Mail> all = mailbox.newestFirst();
        JsonObject profile = new JsonObject();
        profile.addProperty("emailAddress", mailbox.address());
        profile.addProperty("messagesTotal", all.size());
        profile.addProperty("threadsTotal", all.stream().map(Mail::thread).distinct().count());
        profile.addProperty("historyId", Long.toString(mailbox.historyId()));
        return profile;
    }

    private List<Mail> wanted(Call call) throws Refusal {
        boolean all = call.first("includeSpamTrash").map(Boolean::parseBoolean).orElse(false);
        List<String> labels = call.query().getOrDefault("labelIds", List.of());
        SearchTerms terms = SearchTerms.parse(call.first("q").orElse(""));
        return mailbox.newestFirst().stream()
                .filter(mail -> all || !mail.isSpamOrTrash())
                .filter(mail -> mail.labels().containsAll(labels))
                .filter(terms::match)
                .toList();
    }

    private List<JsonObject> messages(Call call) throws Refusal {
        return wanted(call).stream().map(Mails::named).toList();
    }

    private List<JsonObject> threads(Call call) throws Refusal {
        Map<String, JsonObject> threads = new LinkedHashMap<>();
        for (Mail mail : wanted(call)) {
            JsonObject thread = new JsonObject();
            thread.addProperty("id", mail.thread());
            thread.addProperty("snippet", Mails.snippet(mail));
            thread.addProperty("historyId", Long.toString(mail.history()));
            threads.putIfAbsent(mail.thread(), thread);
        }
        return List.copyOf(threads.values());
    }

    private JsonObject thread(String id, String format) throws Refusal {
        List<JsonObject> mails =
                mailbox.newestFirst().reversed().stream()
                        .filter(mail -> mail.thread().equals(id))
                        .map(mail -> Mails.json(mail, format))
                        .toList();
        if (mails.isEmpty()) {
            throw new Refusal(Fault.NOT_FOUND);
        }
        JsonObject thread = new JsonObject();
        thread.addProperty("id", id);
        thread.add("historyId", mails.getLast().get("historyId"));
        thread.add("messages", array(mails));
        return thread;
    }

    private JsonObject modify(String id, Call call) {
        JsonObject wish = JsonParser.parseString(call.body()).getAsJsonObject();
        return modified(id, ids(wish, "addLabelIds"), ids(wish, "removeLabelIds"));
    }

    private JsonObject modified(String id, Set<String> add, Set<String> remove) {
        return Mails.json(mailbox.modify(id, add, remove), "minimal");
    }

    private JsonObject batchModify(Call call) {
        JsonObject wish = JsonParser.parseString(call.body()).getAsJsonObject();
        ids(wish, "ids")
                .forEach(id ->
                        mailbox.modify(id, ids(wish, "addLabelIds"), ids(wish, "removeLabelIds")));
        return new JsonObject();
    }

    private static Set<String> ids(JsonObject wish, String key) {
        Set<String> ids = new HashSet<>();
        if (wish.has(key)) {
            wish.getAsJsonArray(key).forEach(id -> ids.add(id.getAsString()));
        }
        return ids;
    }

    private JsonObject history(Call call) throws Refusal {
        long start =
                call.first("startHistoryId")
                        .map(Long::parseLong)
                        .orElseThrow(() -> new Refusal(new Fault(400, "invalidArgument")));
        List<Event> events = mailbox.since(start).orElseThrow(() -> new Refusal(Fault.NOT_FOUND));
        List<String> types = call.query().getOrDefault("historyTypes", List.of());
        Map<Long, JsonObject> records = new TreeMap<>();
        for (Event event : events) {
            if (types.isEmpty() || types.contains(type(event.change()))) {
                record(event, records.computeIfAbsent(event.id(), _ -> new JsonObject()));
            }
        }
        JsonObject answer = page(call, "history", () -> List.copyOf(records.values()));
        answer.addProperty("historyId", Long.toString(mailbox.historyId()));
        return answer;
    }

    private static String type(Change change) {
        return switch (change) {
            case ADDED -> "messageAdded";
            case DELETED -> "messageDeleted";
            case LABELS_ADDED -> "labelAdded";
            case LABELS_REMOVED -> "labelRemoved";
        };
    }

    private static void record(Event event, JsonObject record) {
        record.addProperty("id", Long.toString(event.id()));
        JsonObject message = Mails.named(event.mail());
        record.add("messages", array(List.of(Mails.named(event.mail()))));
        if (!event.mail().labels().isEmpty()) {
            message.add("labelIds", Mails.strings(event.mail().labels()));
        }
        JsonObject change = new JsonObject();
        change.add("message", message);
        String key =
                switch (event.change()) {
                    case ADDED -> "messagesAdded";
                    case DELETED -> "messagesDeleted";
                    case LABELS_ADDED -> "labelsAdded";
                    case LABELS_REMOVED -> "labelsRemoved";
                };
        if (event.change() == Change.LABELS_ADDED || event.change() == Change.LABELS_REMOVED) {
            change.add("labelIds", Mails.strings(event.labels()));
        }
        JsonArray changes = record.has(key) ? record.getAsJsonArray(key) : new JsonArray();
        changes.add(change);
        record.add(key, changes);
    }

    private JsonObject labels() {
        JsonArray all = new JsonArray();
        mailbox.labels()
                .forEach((id, name) -> {
                    JsonObject label = new JsonObject();
                    label.addProperty("id", id);
                    label.addProperty("name", name);
                    label.addProperty("type", id.startsWith("Label_") ? "user" : "system");
                    all.add(label);
                });
        JsonObject answer = new JsonObject();
        answer.add("labels", all);
        return answer;
    }

    private JsonObject sendAs() {
        JsonArray all = new JsonArray();
        for (String address : mailbox.sendAs()) {
            JsonObject one = new JsonObject();
            one.addProperty("sendAsEmail", address);
            boolean primary = address.equals(mailbox.address());
            if (primary) {
                one.addProperty("isPrimary", true);
                one.addProperty("isDefault", true);
            } else {
                one.addProperty("treatAsAlias", true);
                one.addProperty("verificationStatus", "accepted");
            }
            all.add(one);
        }
        JsonObject answer = new JsonObject();
        answer.add("sendAs", all);
        return answer;
    }

    private JsonObject watch() {
        JsonObject answer = new JsonObject();
        answer.addProperty("historyId", Long.toString(mailbox.historyId()));
        answer.addProperty("expiration", "1893456000000");
        return answer;
    }
}
