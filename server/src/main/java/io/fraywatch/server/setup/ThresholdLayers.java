package io.fraywatch.server.setup;

import io.fraywatch.analyze.ThresholdOverrides;
import io.fraywatch.analyze.ThresholdOverrides.Layer;
import io.fraywatch.analyze.Thresholds;
import io.fraywatch.mail.Address;
import io.fraywatch.mail.ClientId;
import io.fraywatch.server.config.ClientSettings;
import io.fraywatch.server.config.ContactSettings;
import io.fraywatch.server.config.Presets;
import io.fraywatch.server.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the configuration lays over the built-in thresholds: for everybody, a tier, a client, one
/// of its people. A preset starts afresh: what more general places say doesn't count beside it.
final class ThresholdLayers {
    private final Settings settings;
    private final Optional<Layer> budget;

    /// @param budget what the alert budget solved, which every other place outdoes
    ThresholdLayers(Settings settings, Optional<Layer> budget) {
        this.settings = settings;
        this.budget = budget;
    }

    /// @param client empty for what holds for everybody
    /// @param person empty for what holds for all of the client's people
    Thresholds.Resolved resolve(Optional<ClientId> client, Optional<Address> person) {
        List<Layer> layers = new ArrayList<>();
        settings.thresholds().ifPresent(all -> lay("thresholds", all, layers));
        client.flatMap(this::named).ifPresent(named -> lay(named, person, layers));
        budget.ifPresent(layers::addFirst);
        return Thresholds.resolve(layers);
    }

    private void lay(ClientSettings client, Optional<Address> person, List<Layer> layers) {
        client.tier()
                .flatMap(tier -> Optional.ofNullable(settings.tiers().get(tier)))
                .ifPresent(own -> lay("tier " + client.tier().orElse(""), own, layers));
        client.thresholds().ifPresent(own -> lay("client " + client.id(), own, layers));
        for (ContactSettings contact : client.contacts()) {
            if (person.filter(contact::is).isPresent()) {
                contact.thresholds()
                        .ifPresent(own -> lay("contact " + contact.address(), own, layers));
            }
        }
    }

    private static void lay(String name, ThresholdOverrides own, List<Layer> layers) {
        own.preset()
                .ifPresent(preset -> {
                    layers.clear();
                    layers.add(
                            new Layer(
                                    name + ", preset " + preset.name().toLowerCase(Locale.ROOT),
                                    Presets.of(preset)));
                });
        layers.add(new Layer(name, own));
    }

    private Optional<ClientSettings> named(ClientId id) {
        return settings.clients().stream()
                .filter(client -> client.id().equals(id.value()))
                .findFirst();
    }
}
