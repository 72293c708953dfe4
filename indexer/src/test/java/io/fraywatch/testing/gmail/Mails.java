package io.fraywatch.testing.gmail;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.fraywatch.testing.gmail.FakeMailbox.Mail;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/// A mail as the API's JSON, in each of its formats.
final class Mails {
    private static final int SNIPPET = 120;

    private Mails() {}

    /// As listings name it.
    static JsonObject named(Mail mail) {
        JsonObject json = new JsonObject();
        json.addProperty("id", mail.id());
        json.addProperty("threadId", mail.thread());
        return json;
    }

    static JsonObject json(Mail mail, String format) {
        JsonObject json = named(mail);
        if (!mail.labels().isEmpty()) {
            json.add("labelIds", strings(mail.labels()));
        }
        json.addProperty("snippet", snippet(mail));
        json.addProperty("sizeEstimate", mail.raw().length);
        json.addProperty("historyId", Long.toString(mail.history()));
        json.addProperty("internalDate", Long.toString(mail.internalDate()));
        switch (format.toLowerCase(Locale.ROOT)) {
            case "raw" ->
                    json.addProperty("raw", Base64.getUrlEncoder().encodeToString(mail.raw()));
            case "metadata" -> json.add("payload", payload(mail, false));
            case "full" -> json.add("payload", payload(mail, true));
            default -> {}
        }
        return json;
    }

    static JsonArray strings(Collection<String> all) {
        JsonArray array = new JsonArray();
        all.stream().sorted().forEach(array::add);
        return array;
    }

    static String snippet(Mail mail) {
        String text = new String(mail.raw(), StandardCharsets.UTF_8);
        int body = text.indexOf("\r\n\r\n");
        String plain = body < 0 ? "" : text.substring(body).strip();
        return plain.substring(0, Math.min(SNIPPET, plain.length()));
    }

    private static JsonObject payload(Mail mail, boolean withBody) {
        try {
            Session session = Session.getInstance(new Properties());
            return part(
                    new MimeMessage(session, new ByteArrayInputStream(mail.raw())), "", withBody);
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("mail " + mail.id() + " can't be taken apart", e);
        }
    }

    private static JsonObject part(Part part, String number, boolean withBody)
            throws MessagingException, IOException {
        JsonObject json = new JsonObject();
        json.addProperty("partId", number);
        json.addProperty(
                "mimeType",
                part.getContentType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT));
        json.addProperty("filename", Optional.ofNullable(part.getFileName()).orElse(""));
        JsonArray headers = new JsonArray();
        for (Header header : Collections.list(part.getAllHeaders())) {
            JsonObject one = new JsonObject();
            one.addProperty("name", header.getName());
            one.addProperty("value", header.getValue());
            headers.add(one);
        }
        json.add("headers", headers);
        if (withBody) {
            content(part, number, json);
        }
        return json;
    }

    private static void content(Part part, String number, JsonObject json)
            throws MessagingException, IOException {
        JsonObject body = new JsonObject();
        if (part.getContent() instanceof Multipart multipart) {
            JsonArray parts = new JsonArray();
            for (int i = 0; i < multipart.getCount(); i++) {
                String below = number.isEmpty() ? Integer.toString(i) : number + "." + i;
                parts.add(part(multipart.getBodyPart(i), below, true));
            }
            json.add("parts", parts);
            body.addProperty("size", 0);
        } else {
            byte[] bytes = part.getInputStream().readAllBytes();
            body.addProperty("size", bytes.length);
            body.addProperty("data", Base64.getUrlEncoder().encodeToString(bytes));
        }
        json.add("body", body);
    }
}
