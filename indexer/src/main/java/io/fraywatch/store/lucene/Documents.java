package io.fraywatch.store.lucene;

import io.fraywatch.mail.Attachment;
import io.fraywatch.mail.Body;
import io.fraywatch.mail.Headers;
import io.fraywatch.mail.Location;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.MessageId;
import io.fraywatch.mail.ParsedMail;
import io.fraywatch.mail.Subjects;
import io.fraywatch.mail.Zone;
import io.fraywatch.store.StoredMail;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// Makes the documents of an index.
final class Documents {
    /// Whether a word is there, and nothing of where or how often: quotes are most of a mail, and
    /// repeat what stands elsewhere.
    private static final FieldType WORDS_ONLY = wordsOnly();

    private Documents() {}

    private static FieldType wordsOnly() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    static Document mail(StoredMail stored, long conversation) throws IOException {
        Headers headers = stored.mail().headers();
        Document document = new Document();
        document.add(new StringField(Fields.TYPE, Fields.MAIL, Store.NO));
        document.add(new StringField(Fields.ID, stored.id().value(), Store.NO));
        document.add(new LongField(Fields.SENT_AT, Fields.millis(stored.sentAt()), Store.NO));
        document.add(new NumericDocValuesField(Fields.CONVERSATION, conversation));
        document.add(new BinaryDocValuesField(Fields.ENTRY, Packing.packEntry(stored)));
        document.add(new StoredField(Fields.TEXT, Packing.packText(stored.mail())));
        for (MessageId id : messageIds(headers)) {
            document.add(new StringField(Fields.MESSAGE_IDS, Fields.term(id.value()), Store.NO));
        }
        for (String key : headers.threadKeys()) {
            document.add(new StringField(Fields.THREAD_KEYS, Fields.term(key), Store.NO));
        }
        String base = Fields.term(Subjects.base(headers.subject()));
        document.add(new StringField(Fields.BASE_SUBJECT, base, Store.NO));
        if (stored.message().isLostReply()) {
            document.add(new StringField(Fields.LOST_SUBJECT, base, Store.NO));
        }
        addPeople(document, headers);
        addWords(document, stored);
        return document;
    }

    private static Set<MessageId> messageIds(Headers headers) {
        Set<MessageId> ids = new LinkedHashSet<>(headers.references());
        ids.addAll(headers.inReplyTo());
        headers.messageId().ifPresent(ids::add);
        return ids;
    }

    private static void addPeople(Document document, Headers headers) {
        var from = Stream.concat(headers.author().stream(), headers.from().stream()).toList();
        var to = Stream.concat(headers.to().stream(), headers.cc().stream()).toList();
        People.terms(from)
                .forEach(term -> document.add(new StringField(Fields.FROM, term, Store.NO)));
        People.terms(to).forEach(term -> document.add(new StringField(Fields.TO, term, Store.NO)));
    }

    private static void addWords(Document document, StoredMail stored) {
        document.add(new TextField(Fields.SUBJECT, stored.mail().headers().subject(), Store.NO));
        document.add(new TextField(Fields.OWN_WORDS, stored.mail().body().newText(), Store.NO));
        document.add(new TextField(Fields.NAMES, names(stored.mail()), Store.NO));
        document.add(new Field(Fields.OTHER_WORDS, otherText(stored.mail().body()), WORDS_ONLY));
    }

    /// What people and attachments are called.
    private static String names(ParsedMail mail) {
        Headers headers = mail.headers();
        Stream<String> people =
                Stream.of(
                                headers.author().stream().toList(),
                                headers.from(),
                                headers.to(),
                                headers.cc())
                        .flatMap(List::stream)
                        .distinct()
                        .map(each -> each.name() + " " + each.address());
        return Stream.concat(people, mail.attachments().stream().map(Attachment::name))
                .collect(Collectors.joining("\n"));
    }

    /// What stands in a mail without being its author's own words: quotes, forwards, signature,
    /// disclaimer.
    static String otherText(Body body) {
        StringBuilder other = new StringBuilder();
        for (Zone zone : body.zones()) {
            if (!zone.type().ownWords()) {
                other.append(body.text(), zone.start(), zone.end()).append('\n');
            }
        }
        return other.toString();
    }

    static Document place(Location location, MailId mail, long size) {
        Document document = new Document();
        document.add(new StringField(Fields.TYPE, Fields.PLACE, Store.NO));
        document.add(new StringField(Fields.LOCATION, locationTerm(location), Store.NO));
        document.add(new StringField(Fields.HOLDS, mail.value(), Store.NO));
        document.add(new BinaryDocValuesField(Fields.HOLDS, new BytesRef(mail.value())));
        document.add(new NumericDocValuesField(Fields.SIZE, size));
        addLocation(document, location);
        return document;
    }

    static Document note(Location location, String reason) {
        Document document = new Document();
        document.add(new StringField(Fields.TYPE, Fields.NOTE, Store.NO));
        document.add(new StringField(Fields.NOTED_AT, locationTerm(location), Store.NO));
        document.add(new BinaryDocValuesField(Fields.REASON, new BytesRef(reason)));
        addLocation(document, location);
        return document;
    }

    private static void addLocation(Document document, Location location) {
        document.add(new StringField(Fields.FOLDER, Fields.term(location.folder()), Store.NO));
        document.add(new SortedDocValuesField(Fields.FOLDER, new BytesRef(location.folder())));
        document.add(new BinaryDocValuesField(Fields.KEY, new BytesRef(location.key())));
    }

    static String locationTerm(Location location) {
        return Fields.term(location.folder() + '\0' + location.key());
    }
}
