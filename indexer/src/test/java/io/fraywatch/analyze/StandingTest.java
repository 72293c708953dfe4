package io.fraywatch.analyze;

import static io.fraywatch.analyze.Standing.ASKED_BACK;
import static io.fraywatch.analyze.Standing.CLOSED;
import static io.fraywatch.analyze.Standing.I_OWE;
import static io.fraywatch.analyze.Standing.NONE;
import static io.fraywatch.analyze.Standing.THEY_OWE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every place a conversation can be in, with everything that can happen to it.
class StandingTest {
    private static final List<Standing> FROM = List.of(NONE, I_OWE, THEY_OWE, ASKED_BACK, CLOSED);

    private static final Map<Event, List<Standing>> TABLE = new EnumMap<>(Event.class);

    static {
        //                            from: NONE      I_OWE       THEY_OWE  ASKED_BACK  CLOSED
        row(Event.THEY_ASK, /*       */ I_OWE, I_OWE, I_OWE, I_OWE, I_OWE);
        row(Event.THEY_ASK_OTHERS, /**/ NONE, I_OWE, NONE, NONE, CLOSED);
        row(Event.THEY_TELL, /*      */ NONE, I_OWE, NONE, I_OWE, CLOSED);
        row(Event.THEY_PROMISE, /*   */ THEY_OWE, I_OWE, THEY_OWE, THEY_OWE, THEY_OWE);
        row(Event.THEY_THANK, /*     */ CLOSED, I_OWE, CLOSED, CLOSED, CLOSED);
        row(Event.THEY_SETTLE, /*    */ CLOSED, CLOSED, CLOSED, CLOSED, CLOSED);
        row(Event.THEY_MEET, /*      */ NONE, I_OWE, NONE, NONE, CLOSED);
        row(Event.THEY_LEAVE, /*     */ NONE, I_OWE, THEY_OWE, ASKED_BACK, CLOSED);
        row(Event.WE_ASK, /*         */ THEY_OWE, THEY_OWE, THEY_OWE, THEY_OWE, THEY_OWE);
        row(Event.WE_ASK_BACK, /*    */ THEY_OWE, ASKED_BACK, THEY_OWE, ASKED_BACK, THEY_OWE);
        row(Event.WE_TELL, /*        */ NONE, NONE, THEY_OWE, THEY_OWE, NONE);
        row(Event.WE_PROMISE, /*     */ I_OWE, I_OWE, THEY_OWE, I_OWE, I_OWE);
        row(Event.WE_THANK, /*       */ CLOSED, CLOSED, THEY_OWE, ASKED_BACK, CLOSED);
        row(Event.WE_SETTLE, /*      */ CLOSED, CLOSED, CLOSED, CLOSED, CLOSED);
        row(Event.WE_MEET, /*        */ NONE, NONE, THEY_OWE, ASKED_BACK, CLOSED);
        row(Event.OTHERS_ANSWER, /*  */ NONE, NONE, THEY_OWE, ASKED_BACK, CLOSED);
        row(Event.OTHERS_TELL, /*    */ NONE, I_OWE, THEY_OWE, ASKED_BACK, CLOSED);
        row(Event.MAIL_RETURNED, /*  */ NONE, I_OWE, NONE, I_OWE, CLOSED);
        row(Event.WE_SPEAK, /*       */ NONE, NONE, NONE, NONE, CLOSED);
        row(Event.WE_PAUSE, /*       */ NONE, I_OWE, THEY_OWE, ASKED_BACK, CLOSED);
    }

    private static void row(Event event, Standing... after) {
        TABLE.put(event, List.of(after));
    }

    @TestFactory
    Stream<DynamicTest> goesFromEveryStandingByEveryEventWhereTheTableSays() {
        return TABLE.entrySet().stream()
                .flatMap(row ->
                        FROM.stream()
                                .map(from ->
                                        cell(
                                                from,
                                                row.getKey(),
                                                row.getValue().get(FROM.indexOf(from)))));
    }

    private static DynamicTest cell(Standing from, Event event, Standing to) {
        return DynamicTest.dynamicTest(
                from + " " + event, () -> assertThat(from.after(event)).isEqualTo(to));
    }

    @Test
    void hasARowForEveryEventAndAColumnForEveryStanding() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrder(Event.values());
        assertThat(FROM).containsExactlyInAnyOrder(Standing.values());
    }
}
