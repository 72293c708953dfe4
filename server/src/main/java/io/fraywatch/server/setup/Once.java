package io.fraywatch.server.setup;

import java.util.Optional;
import java.util.function.Supplier;

/// Something made when it is first asked for, and once: commands that don't need it needn't wait
/// for it.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        T value = made.orElseGet(make);
        made = Optional.of(value);
        return value;
    }
}
