package io.fraywatch.source.gmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fraywatch.mail.Location;
import io.fraywatch.source.Cursor;
import io.fraywatch.source.RawMail;
import io.fraywatch.source.Secret;
import io.fraywatch.source.SourceException;
import io.fraywatch.testing.CollectingIntake;
import io.fraywatch.testing.Mails;
import io.fraywatch.testing.gmail.FakeGmail;
import io.fraywatch.testing.gmail.FakeMailbox;
import io.fraywatch.testing.gmail.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading over the Gmail API: what is new, what moved, what is gone, and what the API may do to
/// us.
class GmailSourceTest {
    private static final int MAILS = 45;

    private FakeMailbox mailbox;
    private FakeGmail gmail;
    private GmailSource source;

    @BeforeEach
    void open() throws IOException {
        mailbox = new FakeMailbox("dana@reyes-va.example");
        gmail = new FakeGmail(mailbox);
        source = source(gmail, gmail.token("right"));
    }

    @AfterEach
    void close() {
        source.close();
        gmail.close();
    }

    static GmailSource source(FakeGmail gmail, String token) {
        return new GmailSource(settings(gmail, () -> token, 60_000_000), Pace.Time.SYSTEM);
    }

    static GmailSettings settings(FakeGmail gmail, Secret token, int unitsAMinute) {
        return new GmailSettings(
                "dana@reyes-va.example",
                URI.create(gmail.url()),
                token,
                new GmailSettings.Patience(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(5),
                        5,
                        unitsAMinute));
    }

    private void fill() {
        for (int i = 0; i < MAILS; i++) {
            mailbox.add(Mails.numbered(i), "INBOX");
        }
    }

    private CollectingIntake pull(Cursor from) throws SourceException, InterruptedException {
        return pull(from, new CollectingIntake());
    }

    private CollectingIntake pull(Cursor from, CollectingIntake intake)
            throws SourceException, InterruptedException {
        gmail.forgetCalls();
        source.pull(from, intake);
        return intake;
    }

    private Cursor read() throws SourceException, InterruptedException {
        return pull(Cursor.START).cursor(Cursor.START);
    }

    private static Location place(String id) {
        return new Location("All Mail", id);
    }

    private static List<Location> places(CollectingIntake intake) {
        return intake.mails().stream().map(RawMail::location).toList();
    }

    /// The API answers a batch in any order; no mail may get another one's place.
    private static boolean isItself(RawMail mail) {
        return mail.providerId()
                        .equals(
                                Optional.of(
                                        Long.toUnsignedString(
                                                Long.parseUnsignedLong(mail.location().key(), 16))))
                && mail.providerId().equals(mail.providerThread());
    }

    @Test
    void givesEachMailItsOwnPlace() throws Exception {
        fill();
        assertThat(pull(Cursor.START).mails()).hasSize(MAILS).allMatch(GmailSourceTest::isItself);
    }

    @Test
    void asksOnceWhenNothingIsNew() throws Exception {
        fill();
        Cursor cursor = read();
        assertThat(pull(cursor).mails()).isEmpty();
        assertThat(gmail.calls()).containsExactly("history.list");
    }

    @Test
    void knowsThreadLabelsAndArrival() throws Exception {
        String invoices = mailbox.label("Invoices");
        String first =
                mailbox.add(Mails.numbered(1), 1_760_000_123_000L, "INBOX", "UNREAD", invoices);
        RawMail mail = pull(Cursor.START).mails().getFirst();
        assertThat(mail.labels()).containsExactly("INBOX", "Invoices");
        assertThat(mail.receivedAt())
                .hasValueSatisfying(
                        at -> assertThat(at.toEpochMilli()).isEqualTo(1_760_000_123_000L));
        assertThat(mail.providerId())
                .hasValue(Long.toUnsignedString(Long.parseUnsignedLong(first, 16)));
        assertThat(mail.providerThread()).isEqualTo(mail.providerId());
    }

    @Test
    void check14OneMailInFiveLabelsIsOneMail() throws Exception {
        mailbox.add(
                Mails.numbered(1),
                "INBOX",
                "STARRED",
                "IMPORTANT",
                mailbox.label("A"),
                mailbox.label("B"));
        assertThat(pull(Cursor.START).mails()).hasSize(1);
    }

    @Test
    void leavesOutDraftsJunkAndDeletedMail() throws Exception {
        mailbox.add(Mails.numbered(1), "DRAFT");
        mailbox.add(Mails.numbered(2), "SPAM");
        mailbox.add(Mails.numbered(3), "TRASH");
        String kept = mailbox.add(Mails.numbered(4), "SENT");
        assertThat(places(pull(Cursor.START))).containsExactly(place(kept));
    }

    @Test
    void seesADraftSentAndAMailDeletedAndFetchedBack() throws Exception {
        String draft = mailbox.add(Mails.numbered(1), "DRAFT");
        String mail = mailbox.add(Mails.numbered(2), "INBOX");
        Cursor before = read();
        mailbox.modify(draft, Set.of("SENT"), Set.of("DRAFT"));
        mailbox.modify(mail, Set.of("TRASH"), Set.of("INBOX"));
        CollectingIntake after = pull(before);
        assertThat(places(after)).containsExactly(place(draft));
        assertThat(after.gone()).containsExactly(place(mail));
        mailbox.modify(mail, Set.of(), Set.of("TRASH"));
        assertThat(places(pull(after.cursor(before)))).containsExactly(place(mail));
    }

    @Test
    void tellsWhatWasDeletedForGood() throws Exception {
        fill();
        Cursor before = read();
        String passing = mailbox.add(Mails.numbered(100), "INBOX");
        String old = mailbox.newestFirst().getLast().id();
        mailbox.delete(passing);
        mailbox.delete(old);
        CollectingIntake after = pull(before);
        assertThat(after.mails()).isEmpty();
        assertThat(after.gone()).containsExactlyInAnyOrder(place(passing), place(old));
    }

    @Test
    void caresForLabelsOfTheUserAndNotForStars() throws Exception {
        fill();
        String invoices = mailbox.label("Invoices");
        String mail = mailbox.newestFirst().getFirst().id();
        Cursor before = read();
        mailbox.modify(mail, Set.of("STARRED"), Set.of("INBOX"));
        CollectingIntake starred = pull(before);
        assertThat(starred.mails()).isEmpty();
        mailbox.modify(mail, Set.of(invoices), Set.of());
        CollectingIntake labelled = pull(starred.cursor(before));
        assertThat(labelled.mails())
                .extracting(RawMail::labels)
                .containsExactly(List.of("Invoices", "STARRED"));
    }

    @Test
    void check31ComparesTheListingWhenHistoryIsForgotten() throws Exception {
        fill();
        CollectingIntake first = pull(Cursor.START);
        String missed = mailbox.add(Mails.numbered(500), "INBOX");
        mailbox.expireHistory();
        mailbox.add(Mails.numbered(501), "INBOX");
        mailbox.expireHistory();
        CollectingIntake after =
                pull(first.cursor(Cursor.START), new CollectingIntake().knowing(places(first)));
        assertThat(places(after)).hasSize(2).contains(place(missed));
        assertThat(after.folders()).containsEntry("All Mail", MAILS + 2L);
    }

    @Test
    void goesOnWithWhatIsMissingAfterABrokenFirstPass() throws Exception {
        fill();
        CollectingIntake whole = pull(Cursor.START);
        Cursor half = new Cursor(java.util.Map.of("All Mail", "part@4007"));
        CollectingIntake rest =
                pull(half, new CollectingIntake().knowing(places(whole).subList(0, 30)));
        assertThat(places(rest)).containsExactlyElementsOf(places(whole).subList(30, MAILS));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 403, 500, 503})
    void check31SurvivesBurstsOfRefusals(int status) throws Exception {
        fill();
        String reason = status == 403 ? "userRateLimitExceeded" : "rateLimitExceeded";
        gmail.fail(call -> call.name().equals("messages.get"), new Fault(status, reason), 23);
        gmail.fail(call -> call.name().equals("messages.list"), new Fault(status, reason), 2);
        gmail.fail(call -> call.name().equals("getProfile"), new Fault(status, reason), 2);
        CollectingIntake intake = pull(Cursor.START);
        assertThat(intake.mails()).hasSize(MAILS);
        assertThat(intake.quarantined()).isEmpty();
    }

    @Test
    void saysThatGmailWantsItSlowerWhenThatDoesNotEnd() {
        fill();
        gmail.fail(call -> call.name().equals("messages.get"), Fault.TOO_MANY, 10_000);
        assertThatThrownBy(() -> pull(Cursor.START))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.THROTTLED));
    }

    @Test
    void honoursRetryAfter() throws Exception {
        fill();
        Cursor cursor = read();
        gmail.fail(call -> call.name().equals("history.list"), Fault.TOO_MANY.withRetryAfter(1), 1);
        long start = System.nanoTime();
        pull(cursor);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void check31StopsAtOnceWhenTheAccessWasTakenBack() throws Exception {
        fill();
        Cursor cursor = read();
        gmail.revoke("right");
        assertThatThrownBy(() -> pull(cursor))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(SourceException.Kind.REFUSED);
                            assertThat(e.remedy()).contains("login");
                        });
        assertThat(gmail.calls()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void renewsATokenThatRanOutInTheMiddle() throws Exception {
        fill();
        gmail.fail(call -> call.name().equals("messages.get"), Fault.UNAUTHORIZED, 7);
        assertThat(pull(Cursor.START).mails()).hasSize(MAILS);
    }

    @Test
    void asksForReadAccessWhenItIsMissing() {
        gmail.fail(call -> true, Fault.NOT_ALLOWED, 1);
        assertThatThrownBy(() -> pull(Cursor.START))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.REFUSED));
    }

    @Test
    void check31StartsTheListingAgainWhenItsPageExpired() throws Exception {
        for (int i = 0; i < 1_100; i++) {
            mailbox.add(Mails.numbered(i), "INBOX");
        }
        gmail.fail(
                call -> call.first("pageToken").isPresent(), new Fault(400, "invalidArgument"), 1);
        assertThat(pull(Cursor.START).mails()).hasSize(1_100);
    }

    @Test
    void check29SetsOnePoisonedMailAside() throws Exception {
        fill();
        String poison = mailbox.newestFirst().get(17).id();
        gmail.fail(call -> call.path().endsWith(poison), new Fault(500, "backendError"), 10_000);
        CollectingIntake intake = pull(Cursor.START);
        assertThat(intake.mails()).hasSize(MAILS - 1).allMatch(GmailSourceTest::isItself);
        assertThat(intake.quarantined()).containsOnlyKeys(place(poison));
    }

    @Test
    void setsNothingAsideWhenTheServerFailsForAll() {
        fill();
        gmail.fail(call -> call.name().equals("messages.get"), Fault.BACKEND, 10_000);
        CollectingIntake intake = new CollectingIntake();
        assertThatThrownBy(() -> pull(Cursor.START, intake))
                .isInstanceOfSatisfying(
                        SourceException.class,
                        e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.UNREACHABLE));
        assertThat(intake.quarantined()).isEmpty();
    }

    @Test
    void knowsTheUsersOtherAddresses() throws SourceException {
        mailbox.mayAlsoSendAs("hello@reyes-va.example");
        assertThat(source.ownAddresses())
                .containsExactlyInAnyOrder("dana@reyes-va.example", "hello@reyes-va.example");
    }

    @Test
    void takesBytesOfAnySort() throws Exception {
        byte[] mail = new byte[300_000];
        for (int i = 0; i < mail.length; i++) {
            mail[i] = (byte) i;
        }
        mailbox.add(mail, "INBOX");
        assertThat(pull(Cursor.START).mails().getFirst().bytes()).isEqualTo(mail);
    }

    @Test
    void refusesToSendATokenInTheClear() {
        assertThatThrownBy(() ->
                        new GmailSettings(
                                "dana@reyes-va.example",
                                URI.create("http://gmail.example/"),
                                () -> "token",
                                GmailSettings.Patience.USUAL))
                .hasMessageContaining("https");
    }

    @Test
    void neverSaysTheTokenWhenSomethingFails() {
        gmail.fail(call -> true, new Fault(418, "teapot"), 1);
        assertThatThrownBy(() -> pull(Cursor.START))
                .hasMessageNotContaining("right")
                .hasMessageContaining("418");
    }

    @Test
    void theFakeRefusesToWriteWithAReadOnlyToken() throws Exception {
        String mail = mailbox.add(Mails.numbered(1), "INBOX");
        Object before = mailbox.state();
        var answer =
                java.net.http.HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                URI.create(
                                                        gmail.url()
                                                                + "gmail/v1/users/me/messages/"
                                                                + mail
                                                                + "/modify"))
                                        .header("Authorization", "Bearer right")
                                        .POST(
                                                java.net.http.HttpRequest.BodyPublishers.ofString(
                                                        "{\"addLabelIds\":[\"TRASH\"]}"))
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString(
                                        StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(mailbox.state()).isEqualTo(before);
        assertThat(Collections.frequency(gmail.calls(), "messages.modify")).isOne();
    }
}
