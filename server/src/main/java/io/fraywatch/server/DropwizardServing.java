package io.fraywatch.server;

import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.fraywatch.server.cli.Serving;
import io.fraywatch.server.config.SettingsException;
import io.fraywatch.server.config.SettingsFile;
import io.fraywatch.server.setup.Setup;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the application in Dropwizard's server.
final class DropwizardServing implements Serving {
    private static final Logger log = LoggerFactory.getLogger(DropwizardServing.class);

    @Override
    public void check(SettingsFile settings) throws SettingsException {
        if (settings.settings().server().isPresent() || settings.settings().logging().isPresent()) {
            FraywatchConfiguration _ =
                    FraywatchConfiguration.of(settings, new Bootstrap<>(new Nothing()));
        }
    }

    @Override
    public Served start(Setup setup) throws Exception {
        FraywatchApplication application = new FraywatchApplication(setup);
        Bootstrap<FraywatchConfiguration> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        bootstrap.registerMetrics();
        FraywatchConfiguration configuration = FraywatchConfiguration.of(setup.file(), bootstrap);
        configuration
                .getLoggingFactory()
                .configure(bootstrap.getMetricRegistry(), application.getName());
        Environment environment =
                new Environment(
                        application.getName(),
                        bootstrap.getObjectMapper(),
                        bootstrap.getValidatorFactory(),
                        bootstrap.getMetricRegistry(),
                        bootstrap.getClassLoader(),
                        bootstrap.getHealthCheckRegistry(),
                        configuration);
        bootstrap.run(configuration, environment);
        application.run(configuration, environment);
        Server server = configuration.getServerFactory().build(environment);
        try {
            server.start();
        } catch (Exception e) {
            server.stop();
            throw e;
        }
        return new JettyServed(server);
    }

    /// An application only to read a configuration with.
    private static final class Nothing
            extends io.dropwizard.core.Application<FraywatchConfiguration> {
        @Override
        public void run(FraywatchConfiguration configuration, Environment environment) {
            throw new IllegalStateException("this application is never run");
        }
    }

    /// The server at work.
    private record JettyServed(Server server) implements Served {
        @Override
        public int port() {
            return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        }

        @Override
        public void join() throws InterruptedException {
            server.join();
        }

        @Override
        public void close() {
            try {
                server.stop();
            } catch (Exception e) {
                log.warn("the server didn't stop cleanly: {}", e.toString());
            }
        }
    }
}
