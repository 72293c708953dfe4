package io.fraywatch.server.cli;

import io.fraywatch.server.setup.Setup;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import net.sourceforge.argparse4j.inf.Subparser;

/// `server`: keeps the mailboxes in sync, sends digests, serves pages and API, until it is asked to
/// end.
final class ServerCommand implements Command {
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final Serving serving;

    ServerCommand(Serving serving) {
        this.serving = serving;
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public void describe(Subparser parser) {
        parser.help("keep mailboxes in sync, send digests, serve pages and API");
    }

    @Override
    public Exit run(Call call) throws Exception {
        Setup setup = call.setup();
        setup.file().checkSecrets();
        setup.embeddings();
        try (SoleKeeper _ = SoleKeeper.of(setup.dataDir(), name())) {
            serveUntilAsked(serving, setup, call.console());
        }
        return Exit.DONE;
    }

    /// Serves until the process gets SIGTERM or Ctrl-C, which then ends with status 0.
    static void serveUntilAsked(Serving serving, Setup setup, Console console) throws Exception {
        Serving.Served served = start(serving, setup);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    haltSoon();
                                    served.close();
                                    console.flush();
                                    Runtime.getRuntime().halt(Exit.DONE.status());
                                },
                                "goodbye"));
        console.say("Fraywatch serves http://127.0.0.1:" + served.port() + " until Ctrl-C.");
        console.flush();
        served.join();
    }

    /// Should something not let itself be ended, the process ends all the same: what was committed
    /// stands.
    private static void haltSoon() {
        Thread.ofVirtual()
                .name("patience")
                .start(() -> {
                    try {
                        Thread.sleep(PATIENCE);
                        Runtime.getRuntime().halt(Exit.DONE.status());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static Serving.Served start(Serving serving, Setup setup) throws Exception {
        try {
            return serving.start(setup);
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new Failure(
                        Exit.FAILED,
                        "the port is taken by another program, maybe another Fraywatch ("
                                + e.getMessage()
                                + "); end that one, or set another port under 'server: connector: port:'");
            }
            throw e;
        }
    }
}
