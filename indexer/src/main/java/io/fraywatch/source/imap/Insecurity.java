package io.fraywatch.source.imap;

import io.fraywatch.source.SourceException;
import io.fraywatch.source.SourceException.Kind;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says in plain words why a connection can't be encrypted as it must be, and what to do.
final class Insecurity {
    private Insecurity() {}

    /// @param server its host and port
    static SourceException of(String server, SSLException e) {
        if (caused(e, CertificateExpiredException.class)) {
            return insecure(
                    server,
                    "has a certificate that has expired",
                    "Ask whoever runs the server to renew it.",
                    e);
        }
        if (caused(e, CertificateNotYetValidException.class)) {
            return insecure(
                    server,
                    "has a certificate that isn't valid yet",
                    "Check this machine's date and time.",
                    e);
        }
        if (caused(e, CertPathBuilderException.class)) {
            return insecure(
                    server,
                    "has a certificate that nobody we trust has signed",
                    "Check the host's name; for a server of your own, add its certificate to the trust store of Java (keytool"
                            + " -importcert -cacerts).",
                    e);
        }
        if (caused(e, CertificateException.class)) {
            return insecure(
                    server,
                    "has a certificate for another host name",
                    "Use the name that your provider gives for its IMAP server.",
                    e);
        }
        return insecure(
                server,
                "doesn't speak TLS as it should",
                "Check that port and tls belong together: 993 with implicit, 143 with starttls.",
                e);
    }

    private static SourceException insecure(
            String server, String what, String remedy, SSLException e) {
        return new SourceException(Kind.INSECURE, server + " " + what, remedy, e);
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> type) {
        return Stream.iterate(
                        Optional.<Throwable>of(e),
                        Optional::isPresent,
                        t -> t.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(20)
                .anyMatch(type::isInstance);
    }
}
