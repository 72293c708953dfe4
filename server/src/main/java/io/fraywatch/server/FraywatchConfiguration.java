package io.fraywatch.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.config.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The sections of the configuration that are Dropwizard's own: `server` and `logging`, laid over
/// our defaults.
final class FraywatchConfiguration extends Configuration {
    private static final String DEFAULTS =
            """
            {
              "server": {
                "type": "simple",
                "applicationContextPath": "/",
                "adminContextPath": "/admin",
                "connector": {"type": "http", "bindHost": "127.0.0.1", "port": 8420},
                "requestLog": {"appenders": []},
                "enableVirtualThreads": true,
                "shutdownGracePeriod": "5s"
              },
              "logging": {
                "level": "INFO",
                "loggers": {"io.dropwizard": "WARN", "org.eclipse.jetty": "WARN", "org.flywaydb": "WARN"},
                "appenders": [{"type": "console", "target": "stderr"}]
              }
            }
            """;

    /// Reads the two sections.
    ///
    /// @throws SettingsException if they say what can't be, or would open the server to other
    ///   machines
    static FraywatchConfiguration of(SettingsFile file, Bootstrap<FraywatchConfiguration> bootstrap)
            throws SettingsException {
        String json = sections(file, bootstrap.getObjectMapper()).toString();
        try {
            FraywatchConfiguration configuration =
                    new DefaultConfigurationFactoryFactory<FraywatchConfiguration>()
                            .create(
                                    FraywatchConfiguration.class,
                                    bootstrap.getValidatorFactory().getValidator(),
                                    bootstrap.getObjectMapper(),
                                    "dw")
                            .build(
                                    path ->
                                            new ByteArrayInputStream(
                                                    json.getBytes(StandardCharsets.UTF_8)),
                                    file.file().toString());
            configuration.requireLoopback(file);
            return configuration;
        } catch (ConfigurationException e) {
            throw e.getCause() instanceof JsonMappingException mapping
                    ? file.mistake(mapping)
                    : file.mistake(String.join("; ", e.getErrors()), "server");
        } catch (IOException e) {
            throw file.mistake("these sections can't be read: " + e.getMessage(), "server");
        }
    }

    private static ObjectNode sections(SettingsFile file, ObjectMapper mapper) {
        try {
            ObjectNode sections = (ObjectNode) mapper.readTree(DEFAULTS);
            file.settings().server().ifPresent(own -> lay(sections, "server", own));
            file.settings().logging().ifPresent(own -> lay(sections, "logging", own));
            return sections;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own defaults aren't JSON", e);
        }
    }

    /// Lays a section over the defaults key by key; one of another type takes their place as a
    /// whole.
    private static void lay(ObjectNode below, String key, JsonNode above) {
        JsonNode present = below.path(key);
        boolean otherType = above.has("type") && !above.get("type").equals(present.path("type"));
        if (otherType || !present.isObject() || !above.isObject()) {
            below.set(key, above);
            return;
        }
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            lay((ObjectNode) present, field.getKey(), field.getValue());
        }
    }

    private void requireLoopback(SettingsFile file) throws SettingsException {
        Stream<ConnectorFactory> connectors =
                switch (getServerFactory()) {
                    case SimpleServerFactory simple -> Stream.of(simple.getConnector());
                    case DefaultServerFactory full ->
                            Stream.concat(
                                    full.getApplicationConnectors().stream(),
                                    full.getAdminConnectors().stream());
                    default -> Stream.empty();
                };
        Optional<String> open =
                connectors
                        .map(connector ->
                                connector instanceof HttpConnectorFactory http
                                        ? Optional.ofNullable(http.getBindHost()).orElse("0.0.0.0")
                                        : "a socket")
                        .filter(host -> !Tls.isLoopback(host))
                        .findFirst();
        if (open.isPresent()) {
            throw file.mistake(
                    "the server would listen on "
                            + open.get()
                            + ", where other machines could read your mail: it has no login; use bindHost: 127.0.0.1, and a tunnel from elsewhere",
                    "server",
                    "connector",
                    "bindHost");
        }
    }
}
