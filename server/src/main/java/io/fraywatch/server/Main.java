package io.fraywatch.server;

import io.fraywatch.server.cli.CommandLine;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Where the program starts.
public final class Main {
    /// Lucene asks for a JVM flag that costs more at the start than it gains; kept here so that its
    /// level stays set.
    private static final Logger LUCENE_VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private Main() {}

    public static void main(String[] args) {
        PrintStream results = utf8(FileDescriptor.out, false);
        PrintStream remarks = utf8(FileDescriptor.err, true);
        // stdout is the result alone: whatever a library prints of its own accord goes to stderr.
        System.setOut(remarks);
        System.setErr(remarks);
        LUCENE_VECTORS.setLevel(Level.SEVERE);
        CommandLine commandLine =
                new CommandLine(
                        Clock.system(ZoneId.systemDefault()),
                        System.getenv(),
                        new DropwizardServing());
        int status = commandLine.run(args, System.in, results, remarks);
        results.flush();
        remarks.flush();
        System.exit(status);
    }

    /// @param atOnce whether whatever is written shows at once
    private static PrintStream utf8(FileDescriptor descriptor, boolean atOnce) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16),
                atOnce,
                StandardCharsets.UTF_8);
    }
}
