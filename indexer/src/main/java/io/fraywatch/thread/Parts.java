package io.fraywatch.thread;

import io.fraywatch.mail.Decision;
import io.fraywatch.mail.MailId;
import io.fraywatch.mail.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/// What was found to belong together, with what the user decided about it.
///
/// Of one mail the latest decision holds: a split undoes the merges that went before it.
final class Parts {
    private static final int NOBODY = -1;
    private static final int UNKNOWN = -2;

    private final UnionFind sets = new UnionFind();
    private final int[] heads;

    /// What holds for one mail.
    private static final class Standing {
        private boolean split;
        private final List<Integer> mergedWith = new ArrayList<>();

        void splitOff() {
            split = true;
            mergedWith.clear();
        }
    }

    /// @param messages oldest first
    /// @param found what belongs together by their places
    /// @param parent the place of the mail or ghost that one answers, or a negative number
    /// @param nodes how many mails and ghosts there are
    /// @param decisions in the order they were made
    Parts(
            List<Message> messages,
            UnionFind found,
            IntUnaryOperator parent,
            int nodes,
            List<Decision> decisions) {
        Map<Integer, Standing> standing = standing(messages, decisions);
        heads = new int[nodes];
        Arrays.fill(heads, standing.isEmpty() ? NOBODY : UNKNOWN);
        standing.forEach((mail, what) -> heads[mail] = what.split ? mail : UNKNOWN);
        Map<Integer, Integer> firsts = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            sets.add();
            int head = headOf(i, parent);
            int key = head == NOBODY ? found.find(i) : -1 - head;
            Integer first = firsts.putIfAbsent(key, i);
            if (first != null) {
                sets.join(i, first);
            }
        }
        standing.forEach((mail, what) -> what.mergedWith.forEach(other -> sets.join(mail, other)));
    }

    /// The place of the oldest mail of the conversation that a mail is in.
    int find(int message) {
        return sets.find(message);
    }

    /// The place of the split-off mail that a mail hangs under, itself included; negative if none.
    int head(int message) {
        return heads[message];
    }

    private int headOf(int message, IntUnaryOperator parent) {
        Deque<Integer> below = new ArrayDeque<>();
        int at = message;
        while (at >= 0 && heads[at] == UNKNOWN) {
            heads[at] = NOBODY;
            below.push(at);
            at = parent.applyAsInt(at);
        }
        int head = at < 0 ? NOBODY : heads[at];
        below.forEach(node -> heads[node] = head);
        return head;
    }

    private static Map<Integer, Standing> standing(
            List<Message> messages, List<Decision> decisions) {
        Map<MailId, Integer> places = new HashMap<>();
        for (int i = 0; !decisions.isEmpty() && i < messages.size(); i++) {
            places.put(messages.get(i).id(), i);
        }
        Map<Integer, Standing> standing = new TreeMap<>();
        for (Decision decision : decisions) {
            Integer mail = places.get(decision.mail());
            if (mail == null) {
                continue;
            }
            Standing what = standing.computeIfAbsent(mail, unseen -> new Standing());
            switch (decision) {
                case Decision.Split split -> what.splitOff();
                case Decision.Merge merge -> {
                    Integer with = places.get(merge.with());
                    if (with != null) {
                        what.mergedWith.add(with);
                    }
                }
            }
        }
        return standing;
    }
}
