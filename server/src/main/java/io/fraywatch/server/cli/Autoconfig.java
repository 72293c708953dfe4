package io.fraywatch.server.cli;

import io.fraywatch.source.BoundedHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Asks the domain of an address for its mail settings (draft-ietf-mailmaint-autoconfig): that
/// domain alone, no directory of others, and only over TLS.
final class Autoconfig {
    private static final List<String> PLACES =
            List.of(
                    "https://autoconfig.%EMAILDOMAIN%/.well-known/mail-v1.xml?emailaddress=%EMAILADDRESS%",
                    "https://autoconfig.%EMAILDOMAIN%/mail/config-v1.1.xml?emailaddress=%EMAILADDRESS%",
                    "https://%EMAILDOMAIN%/.well-known/autoconfig/mail/config-v1.1.xml");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long LARGEST = 256 * 1024;
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,253}");
    private static final Pattern PASSWORD = Pattern.compile("password-(cleartext|encrypted)|plain");

    private final List<String> places;

    /// A server that can be read with a password.
    ///
    /// @param tls `implicit` or `starttls`
    record Found(String host, int port, String tls, String username) {}

    Autoconfig() {
        this(PLACES);
    }

    /// @param places where to look, in turn, with `%EMAILADDRESS%` and `%EMAILDOMAIN%` in them
    Autoconfig(List<String> places) {
        this.places = List.copyOf(places);
    }

    /// The first place that answers with an IMAP server decides.
    Optional<Found> of(String address) throws InterruptedIOException {
        try (BoundedHttp http = new BoundedHttp(CONNECT, ANSWER, LARGEST)) {
            for (String place : places) {
                Optional<Found> found = at(place, address, http);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Found> at(String place, String address, BoundedHttp http)
            throws InterruptedIOException {
        try {
            String url =
                    filled(place.replace("%EMAILADDRESS%", "%QUERY%"), address)
                            .replace("%QUERY%", URLEncoder.encode(address, StandardCharsets.UTF_8));
            HttpResponse<byte[]> answer =
                    http.send(HttpRequest.newBuilder(URI.create(url)).build());
            return answer.statusCode() == 200 ? read(answer.body(), address) : Optional.empty();
        } catch (InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException | XMLStreamException | IllegalArgumentException nothingThere) {
            return Optional.empty();
        }
    }

    private static Optional<Found> read(byte[] xml, String address) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("incomingServer")
                    && "imap".equals(reader.getAttributeValue(null, "type"))) {
                Optional<Found> found = usable(server(reader), address);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The texts of a server's elements by their names, of several `authentication` all.
    private static Map<String, String> server(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                String name = reader.getLocalName();
                texts.merge(
                        name, reader.getElementText().strip(), (one, other) -> one + " " + other);
            }
        }
        return texts;
    }

    private static Optional<Found> usable(Map<String, String> server, String address) {
        String host = filled(server.getOrDefault("hostname", ""), address).toLowerCase(Locale.ROOT);
        Optional<String> tls =
                switch (server.getOrDefault("socketType", "").toUpperCase(Locale.ROOT)) {
                    case "SSL", "TLS" -> Optional.of("implicit");
                    case "STARTTLS" -> Optional.of("starttls");
                    default -> Optional.empty();
                };
        int port = Integer.parseInt(server.getOrDefault("port", "0"));
        boolean byPassword =
                PASSWORD.matcher(server.getOrDefault("authentication", "plain")).find();
        if (tls.isEmpty()
                || !byPassword
                || !HOST.matcher(host).matches()
                || port < 1
                || port > 65_535) {
            return Optional.empty();
        }
        String username = filled(server.getOrDefault("username", "%EMAILADDRESS%"), address);
        return Optional.of(new Found(host, port, tls.get(), username));
    }

    private static String filled(String text, String address) {
        int at = address.indexOf('@');
        return text.replace("%EMAILADDRESS%", address)
                .replace("%EMAILLOCALPART%", address.substring(0, Math.max(at, 0)))
                .replace("%EMAILDOMAIN%", address.substring(at + 1));
    }
}
