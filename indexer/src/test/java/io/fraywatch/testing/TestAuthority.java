package io.fraywatch.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority of the test's own, made with the JDK's `keytool` and with `openssl`.
public final class TestAuthority {
    private static final String PASSWORD = "changeit";

    private final Path directory;

    /// @param directory where keys and certificates are kept
    public TestAuthority(Path directory) {
        this.directory = directory;
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Test authority",
                "-ext",
                "bc:c",
                "-validity",
                "3650");
    }

    /// A certificate for a host name that is valid now.
    public Dovecot.Certificate valid(String host) {
        return certificate(host, "-1d");
    }

    /// A certificate for a host name that was valid for ten days, long ago.
    public Dovecot.Certificate expired(String host) {
        return certificate(host, "-400d");
    }

    /// Trusts this authority and no other.
    public SSLSocketFactory trusting() {
        try {
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Flags for a JVM that trusts this authority and no other.
    public List<String> trustingFlags() {
        Path file = directory.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted().store(out, PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return List.of(
                "-Djavax.net.ssl.trustStore=" + file,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(directory.resolve("keys.p12"))) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", keys.getCertificate("ca"));
        return trusted;
    }

    private Dovecot.Certificate certificate(String host, String start) {
        keytool("-genkeypair", "-alias", "leaf", "-dname", "CN=" + host);
        keytool("-certreq", "-alias", "leaf", "-file", path("leaf.csr"));
        keytool(
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                path("leaf.csr"),
                "-outfile",
                path("leaf.pem"),
                "-rfc",
                "-ext",
                "san=dns:" + host,
                "-startdate",
                start,
                "-validity",
                "10");
        run(
                List.of(
                        "openssl",
                        "pkcs12",
                        "-in",
                        path("keys.p12"),
                        "-nodes",
                        "-nocerts",
                        "-passin",
                        "pass:" + PASSWORD,
                        "-out",
                        path("leaf.key")));
        keepLeafKey();
        keytool("-delete", "-alias", "leaf");
        return new Dovecot.Certificate(
                directory.resolve("leaf.pem"), directory.resolve("leaf.key"));
    }

    /// The key file holds the authority's key too; only the leaf's is wanted.
    private void keepLeafKey() {
        try {
            String all = Files.readString(directory.resolve("leaf.key"));
            int leaf = all.indexOf("friendlyName: leaf");
            int from = all.indexOf("-----BEGIN", leaf);
            Files.writeString(
                    directory.resolve("leaf.key"),
                    all.substring(from, all.indexOf("-----END", from))
                            + "-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", path("keys.p12"), "-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC"));
        }
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(
                            process.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
