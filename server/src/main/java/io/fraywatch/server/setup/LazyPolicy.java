package io.fraywatch.server.setup;

import io.fraywatch.sync.Policy;
import java.util.Optional;
import java.util.function.Supplier;

/// A policy made when it is first asked for: commands that judge nothing needn't wait for it.
final class LazyPolicy implements Supplier<Policy> {
    private final Supplier<Policy> make;
    private Optional<Policy> made = Optional.empty();

    LazyPolicy(Supplier<Policy> make) {
        this.make = make;
    }

    @Override
    public synchronized Policy get() {
        Policy policy = made.orElseGet(make);
        made = Optional.of(policy);
        return policy;
    }
}
