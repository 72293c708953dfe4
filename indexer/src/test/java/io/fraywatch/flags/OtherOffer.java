package io.fraywatch.flags;

import java.nio.file.Path;

/// A process that offers today's letter and says on its last line whether it was kept.
final class OtherOffer {
    private OtherOffer() {}

    public static void main(String[] arguments) {
        boolean kept = Ledger.open(Path.of(arguments[0])).outbox().offer(OutboxTest.todays());
        System.out.println(kept ? "kept" : "was there");
    }
}
