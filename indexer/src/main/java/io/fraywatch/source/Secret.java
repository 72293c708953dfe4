package io.fraywatch.source;

import io.fraywatch.source.SourceException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where a password or token is kept. The secret itself is read anew by each [#reveal] and held
/// nowhere.
public interface Secret {
    /// Reads the secret.
    ///
    /// @throws SourceException if it isn't there, is empty, or lies open to other users of this
    ///   machine
    String reveal() throws SourceException;

    /// Reads it anew because the server refused what [#reveal] gave; one that can get a fresh token
    /// does so.
    default String renewed() throws SourceException {
        return reveal();
    }

    /// A file that holds the secret and nothing else; only its owner (and group) may read it.
    static Secret file(Path file) {
        return new InFile(file);
    }

    /// An environment variable of this process.
    static Secret environment(String name) {
        return new InEnvironment(name);
    }

    /// A shell command that prints the secret as its first line within 30 seconds; for tokens that
    /// expire.
    static Secret command(String command) {
        return new FromCommand(command, Duration.ofSeconds(30));
    }

    /// See [#file].
    record InFile(Path file) implements Secret {
        private static final int LONGEST = 64 * 1024;

        @Override
        public String reveal() throws SourceException {
            try {
                if (openToOthers()) {
                    throw wrong(
                            "can be read by every user of this machine",
                            "Run: chmod 600 " + file,
                            null);
                }
                if (Files.size(file) > LONGEST) {
                    throw wrong(
                            "is too large to hold just a password",
                            "Put only the password into it.",
                            null);
                }
                String secret = Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
                if (secret.isEmpty()) {
                    throw wrong("is empty", "Write the password into it, and nothing else.", null);
                }
                return secret;
            } catch (NoSuchFileException e) {
                throw wrong(
                        "doesn't exist",
                        "Create it with the password in it, then run: chmod 600 " + file,
                        e);
            } catch (IOException e) {
                throw wrong(
                        "can't be read",
                        "Make it a text file that the user running Fraywatch may read.",
                        e);
            }
        }

        private boolean openToOthers() throws IOException {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class);
            return view != null
                    && view.readAttributes()
                            .permissions()
                            .contains(PosixFilePermission.OTHERS_READ);
        }

        private SourceException wrong(
                String what, String remedy, @org.jspecify.annotations.Nullable Throwable cause) {
            return new SourceException(
                    Kind.MISCONFIGURED, "The secret file " + file + " " + what, remedy, cause);
        }
    }

    /// See [#environment].
    record InEnvironment(String name) implements Secret {
        @Override
        public String reveal() throws SourceException {
            return Optional.ofNullable(System.getenv(name))
                    .filter(value -> !value.isBlank())
                    .orElseThrow(() ->
                            new SourceException(
                                    Kind.MISCONFIGURED,
                                    "The environment variable " + name + " isn't set",
                                    "Set it where Fraywatch is started, or keep the secret in a file.",
                                    null));
        }
    }

    /// See [#command].
    record FromCommand(String command, Duration deadline) implements Secret {
        @Override
        public String reveal() throws SourceException {
            Process process = start();
            try {
                return firstLine(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }

        private Process start() throws SourceException {
            try {
                Process process =
                        new ProcessBuilder("/bin/sh", "-c", command)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                process.getOutputStream().close();
                return process;
            } catch (IOException e) {
                throw failed(Kind.MISCONFIGURED, "can't be started", e);
            }
        }

        private String firstLine(Process process) throws SourceException {
            FutureTask<String> reading =
                    new FutureTask<>(() -> {
                        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                            String first = Optional.ofNullable(output.readLine()).orElse("");
                            // To the end: whoever still writes when we stop reading is killed for
                            // it.
                            output.transferTo(Writer.nullWriter());
                            return first.strip();
                        }
                    });
            Thread.ofVirtual().name("token-command").start(reading);
            long end = System.nanoTime() + deadline.toNanos();
            try {
                String line = reading.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
                if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new TimeoutException();
                }
                if (process.exitValue() != 0) {
                    throw failed(
                            Kind.REFUSED, "ended with exit status " + process.exitValue(), null);
                }
                if (line.isEmpty()) {
                    throw failed(Kind.REFUSED, "printed nothing", null);
                }
                return line;
            } catch (TimeoutException e) {
                throw failed(
                        Kind.UNREACHABLE,
                        "gave no answer within " + deadline.toSeconds() + " s",
                        e);
            } catch (ExecutionException e) {
                throw failed(Kind.MISCONFIGURED, "printed what can't be read as text", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed(Kind.UNREACHABLE, "was interrupted", e);
            }
        }

        private SourceException failed(
                Kind kind, String what, @org.jspecify.annotations.Nullable Throwable cause) {
            return new SourceException(
                    kind,
                    "The token command '" + program() + "' " + what,
                    "Run it in a terminal as the user who runs Fraywatch; it must print the token as its first line.",
                    cause);
        }

        /// The command's first word: its arguments may hold what nobody should see.
        private String program() {
            return command.strip().split("\\s", 2)[0];
        }

        @Override
        public String toString() {
            return "FromCommand[" + program() + "]";
        }
    }
}
