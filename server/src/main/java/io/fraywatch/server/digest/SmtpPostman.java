package io.fraywatch.server.digest;

import io.fraywatch.mail.Address;
import io.fraywatch.server.digest.SmtpServer.Login;
import io.fraywatch.server.digest.SmtpServer.Protection;
import io.fraywatch.source.SourceException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Sends over SMTP (RFC 5321). Each step has its deadline, and so has the whole.
public final class SmtpPostman implements Postman {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final SmtpServer server;
    private final Duration deadline;

    /// @param deadline for one delivery as a whole
    public SmtpPostman(SmtpServer server, Duration deadline) {
        this.server = server;
        this.deadline = deadline;
    }

    @Override
    public Delivery deliver(byte[] mail, Address from, Address recipient) {
        OneSocket socket = new OneSocket();
        Watched transport = new Watched(session(from, socket));
        FutureTask<Delivery> task = new FutureTask<>(() -> attempt(transport, mail, recipient));
        Thread worker = Thread.ofVirtual().name("smtp").start(task);
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            socket.close();
            return transport.dotSent
                    ? new Delivery.Unknown("no answer within " + deadline.toSeconds() + " s")
                    : new Delivery.Later(
                            where() + " took longer than " + deadline.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            socket.close();
            return transport.dotSent
                    ? new Delivery.Unknown("interrupted")
                    : new Delivery.Later("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("sending broke", e.getCause());
        }
    }

    private Delivery attempt(Watched transport, byte[] mail, Address recipient) {
        try {
            connect(transport);
            MimeMessage message =
                    new MimeMessage(transport.mailSession(), new ByteArrayInputStream(mail));
            transport.sendMessage(
                    message, new InternetAddress[] {new InternetAddress(recipient.address())});
            return new Delivery.Sent();
        } catch (SourceException e) {
            return new Delivery.Never(
                    "The password can't be had: "
                            + Objects.requireNonNullElse(e.getMessage(), "no reason given"));
        } catch (MessagingException e) {
            return judge(transport, e);
        } finally {
            transport.quit();
        }
    }

    private void connect(Watched transport) throws MessagingException, SourceException {
        Optional<Login> login = server.login();
        String password = login.isPresent() ? login.get().password().reveal() : "";
        transport.connect(
                server.host(),
                server.port(),
                login.map(Login::username).orElse(null),
                login.isPresent() ? password : null);
    }

    /// A reply decides by its first digit; no reply by how far we had come.
    private Delivery judge(Watched transport, MessagingException error) {
        int code = transport.lastReply();
        if (transport.dotSent && code < 400) {
            return new Delivery.Unknown(
                    where() + " broke the connection before it said whether it took the mail");
        }
        if (error instanceof AuthenticationFailedException) {
            return code >= 400 && code < 500
                    ? new Delivery.Later(where() + " can't check the login now (" + code + ")")
                    : new Delivery.Never(
                            where() + " refuses the login; check smtp.username and its password");
        }
        if (code >= 500) {
            return new Delivery.Never(where() + " refuses the mail (" + code + ")");
        }
        if (causedBy(error, SSLException.class)) {
            return new Delivery.Never(
                    where()
                            + " can't prove who it is, or offers no TLS; check smtp.host and smtp.tls");
        }
        return new Delivery.Later(
                code >= 400
                        ? where() + " can't take the mail now (" + code + ")"
                        : where() + " can't be reached");
    }

    private String where() {
        return server.host() + ":" + server.port();
    }

    private static boolean causedBy(Throwable error, Class<? extends Throwable> kind) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private Session session(Address from, OneSocket socket) {
        boolean implicit = server.protection() == Protection.IMPLICIT;
        boolean starttls = server.protection() == Protection.STARTTLS;
        String step = Long.toString(STEP.toMillis());
        Properties p = new Properties();
        p.setProperty("mail.smtp.connectiontimeout", step);
        p.setProperty("mail.smtp.timeout", step);
        p.setProperty("mail.smtp.writetimeout", step);
        p.setProperty("mail.smtp.ssl.enable", Boolean.toString(implicit));
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        p.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        p.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        p.setProperty("mail.smtp.from", from.address());
        p.setProperty("mail.smtp.quitwait", "false");
        p.setProperty("mail.smtp.localhost", "localhost");
        p.put("mail.smtp.socketFactory", socket);
        return Session.getInstance(p);
    }

    /// A connection that remembers whether the mail's last dot went out.
    private static final class Watched extends SMTPTransport {
        private final Session ours;
        private volatile boolean dotSent;

        Watched(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
            this.ours = session;
        }

        Session mailSession() {
            return ours;
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            dotSent = true;
            super.finishData();
        }

        int lastReply() {
            return getLastReturnCode();
        }

        void quit() {
            try {
                close();
            } catch (MessagingException e) {
                // It is being given up; how it ends no longer matters.
            }
        }
    }
}
