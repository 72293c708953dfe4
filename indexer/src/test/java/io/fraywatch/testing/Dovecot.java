package io.fraywatch.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A private Dovecot on a free loopback port, over a Maildir++ of the test's own, for user `dana`,
/// password `secret`.
///
/// Needs root and `/usr/sbin/dovecot`; a test without them is skipped with the reason, and fails
/// where `CI=true`. Mail put in through [#deliver] is what Dovecot serves.
public final class Dovecot implements AutoCloseable {
    public static final String USER = "dana";
    public static final String PASSWORD = "secret";

    private static final Path BINARY = Path.of("/usr/sbin/dovecot");
    private static final int UID = 10143;

    /// Below the ports that systems hand out to sockets of their own choice (32768 and up on
    /// Linux), so that nobody takes ours between our look and Dovecot's start.
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 300) * 40);

    private final Path home;
    private final int port;
    private final Process process;
    private final boolean tlsOnly;
    private int delivered;

    private Dovecot(Path home, int port, Process process, boolean tlsOnly) {
        this.home = home;
        this.port = port;
        this.process = process;
        this.tlsOnly = tlsOnly;
    }

    /// How the server is to be set up.
    ///
    /// @param specialUse whether Sent and Archive carry RFC 6154 attributes
    /// @param certificate what it shows on a TLS-only port, and by STARTTLS; empty for no TLS at
    ///   all
    /// @param tlsOnly whether the port speaks TLS from the first byte
    /// @param capabilities what it says it can do; empty for all it can
    /// @param compresses whether it offers COMPRESS=DEFLATE (RFC 4978)
    public record Options(
            boolean specialUse,
            Optional<Certificate> certificate,
            boolean tlsOnly,
            Optional<String> capabilities,
            boolean compresses) {
        /// No TLS, no attributes.
        public static final Options PLAIN = new Options(false, Optional.empty(), false);

        /// The same, and it compresses where it is asked to.
        public static final Options COMPRESSING =
                new Options(false, Optional.empty(), false, Optional.empty(), true);

        /// What a server of the nineties could do, and IDLE.
        public static final String OLD = "IMAP4rev1 IDLE NAMESPACE LITERAL+ UIDPLUS";

        public Options(boolean specialUse, Optional<Certificate> certificate, boolean tlsOnly) {
            this(specialUse, certificate, tlsOnly, Optional.empty(), false);
        }

        /// A plain server that says it can do no more than this.
        public static Options saying(String capabilities) {
            return new Options(false, Optional.empty(), false, Optional.of(capabilities), false);
        }
    }

    /// A certificate and its key as PEM files.
    public record Certificate(Path chain, Path key) {}

    /// Starts over an empty mailbox.
    public static Dovecot start() {
        return start(Options.PLAIN);
    }

    /// Starts over an empty mailbox.
    public static Dovecot start(Options options) {
        requireOnThisMachine();
        try {
            Path home = Files.createTempDirectory("fraywatch-dovecot");
            Files.setPosixFilePermissions(
                    home, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            int port = freePort();
            giveAway(Files.createDirectories(home.resolve("mail")));
            Files.writeString(
                    home.resolve("users"),
                    USER
                            + ":{PLAIN}"
                            + PASSWORD
                            + ":"
                            + UID
                            + ":"
                            + UID
                            + "::"
                            + home
                            + "/mail::\n");
            Path config =
                    Files.writeString(
                            home.resolve("dovecot.conf"), configuration(home, port, options));
            Process process =
                    new ProcessBuilder(BINARY.toString(), "-F", "-c", config.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("output").toFile())
                            .start();
            Dovecot dovecot = new Dovecot(home, port, process, options.tlsOnly());
            dovecot.makeFolder("");
            dovecot.awaitGreeting();
            return dovecot;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Skips the test, or fails it where `CI=true`, when Dovecot can't run here.
    public static void requireOnThisMachine() {
        boolean possible =
                Files.isExecutable(BINARY) && "root".equals(System.getProperty("user.name"));
        String reason = "needs root and " + BINARY + " (Debian package dovecot-imapd)";
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(possible, reason);
        }
        assumeTrue(possible, reason);
    }

    public int port() {
        return port;
    }

    /// The Maildir++ it serves.
    public Path maildir() {
        return home.resolve("mail/Maildir");
    }

    /// Makes a folder, such as `Sent` or `Clients.Harbor Lane`, with modified UTF-7 where needed;
    /// empty for INBOX.
    public Path makeFolder(String name) {
        Path folder = name.isEmpty() ? maildir() : maildir().resolve("." + name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            for (String part : List.of("cur", "new", "tmp")) {
                giveAway(Files.createDirectories(folder.resolve(part)));
            }
            giveAway(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts one mail into a folder, which is made if need be, as another program would.
    ///
    /// @param flags Maildir flags, such as `S` for seen; empty leaves the mail new
    public void deliver(String folder, byte[] mail, String flags) {
        try {
            Path box = makeFolder(folder);
            String name = String.format("17%08d.M%dP1.test", ++delivered, delivered);
            Path file = Files.write(box.resolve("tmp").resolve(name), mail);
            Files.setAttribute(file, "unix:uid", UID);
            Files.setAttribute(file, "unix:gid", UID);
            Files.move(
                    file,
                    flags.isEmpty()
                            ? box.resolve("new/" + name)
                            : box.resolve("cur/" + name + ":2," + flags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the server and deletes everything of it.
    @Override
    public void close() {
        try {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for the greeting of this very server: another one may hold the port.
    private void awaitGreeting() throws IOException {
        for (int i = 0; i < 2_400; i++) {
            if (!process.isAlive()) {
                throw new IOException(
                        "Dovecot didn't start: " + Files.readString(home.resolve("output")));
            }
            if (tlsOnly ? listens() : greeting().contains(name(port))) {
                return;
            }
            sleep();
        }
        throw new IOException("Dovecot doesn't greet on port " + port);
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String greeting() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(1000);
            byte[] line = new byte[1024];
            int length = socket.getInputStream().read(line);
            return new String(line, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        } catch (IOException notYet) {
            return "";
        }
    }

    private static String name(int port) {
        return "fraywatch-" + port;
    }

    private static void sleep() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void giveAway(Path folder) throws IOException {
        Files.setAttribute(folder, "unix:uid", UID);
        Files.setAttribute(folder, "unix:gid", UID);
    }

    private static int freePort() throws IOException {
        for (int tries = 0; tries < 200; tries++) {
            int port = NEXT_PORT.getAndIncrement();
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            }
        }
        throw new IOException("200 ports are taken");
    }

    private static String configuration(Path home, int port, Options options) {
        return """
        base_dir = HOME/base
        state_dir = HOME/state
        log_path = HOME/dovecot.log
        instance_name = fraywatch-PORT
        login_greeting = fraywatch-PORT
        protocols = imap
        listen = 127.0.0.1
        disable_plaintext_auth = no
        auth_mechanisms = plain
        mail_location = maildir:~/Maildir
        first_valid_uid = UID
        first_valid_gid = UID
        default_internal_user = nobody
        default_internal_group = nogroup
        default_login_user = nobody
        mail_max_userip_connections = 100
        mail_fsync = never
        passdb {
          driver = passwd-file
          args = HOME/users
        }
        userdb {
          driver = passwd-file
          args = HOME/users
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = PORT
            ssl = TLS_ONLY
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }
        namespace inbox {
          inbox = yes
          separator = /
        MAILBOXES}
        """
                        .replace("MAILBOXES", options.specialUse() ? MAILBOXES : "")
                        .replace("HOME", home.toString())
                        .replace("PORT", Integer.toString(port))
                        .replace("UID", Integer.toString(UID))
                        .replace("TLS_ONLY", options.tlsOnly() ? "yes" : "no")
                + (options.compresses() ? "protocol imap {\n  mail_plugins = imap_zlib\n}\n" : "")
                + options.capabilities().map(can -> "imap_capability = " + can + "\n").orElse("")
                + options.certificate()
                        .map(c ->
                                "ssl = yes\nssl_cert = <"
                                        + c.chain()
                                        + "\nssl_key = <"
                                        + c.key()
                                        + "\n")
                        .orElse("ssl = no\n");
    }

    private static final String MAILBOXES =
            """
              mailbox Postausgang {
                special_use = \\Sent
                auto = create
              }
              mailbox Ablage {
                special_use = \\Archive
                auto = create
              }
            """;
}
