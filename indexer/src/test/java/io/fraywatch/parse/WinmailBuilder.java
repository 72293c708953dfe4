package io.fraywatch.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Makes the `winmail.dat` that Outlook would (MS-OXTNEF), to be read again.
final class WinmailBuilder {
    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    private static final int MAIL = 1;
    private static final int FILE = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream properties = new ByteArrayOutputStream();
    private int count;

    WinmailBuilder() {
        number(0x223E9F78, 4);
        number(1, 2);
        attribute(MAIL, 0x00069007, little(1252, 4, 0, 4));
    }

    WinmailBuilder text(int property, String text) {
        return value(property, 0x1F, (text + '\0').getBytes(StandardCharsets.UTF_16LE));
    }

    WinmailBuilder bytes(int property, byte[] bytes) {
        return value(property, 0x102, bytes);
    }

    /// RTF in the form that isn't packed.
    WinmailBuilder rtf(byte[] plain) {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        stored.writeBytes(little(plain.length + 12, 4, plain.length, 4, 0x414C454D, 4, 0, 4));
        stored.writeBytes(plain);
        return bytes(RTF, stored.toByteArray());
    }

    /// RTF of 17 characters for each of so many references, packed as tightly as can be.
    WinmailBuilder packedRtf(int references) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(little(0, 4, Integer.MAX_VALUE, 4, 0x75465A4C, 4, 0, 4));
        for (int i = 0; i < references; i++) {
            if (i % 8 == 0) {
                packed.write(0xFF);
            }
            packed.write(0x09);
            packed.write(0x0F);
        }
        return bytes(RTF, packed.toByteArray());
    }

    /// Ends the mail's own properties.
    WinmailBuilder endOfMail() {
        attribute(MAIL, 0x00069003, list());
        return this;
    }

    WinmailBuilder file(String shortName, String longName, byte[] data) {
        attribute(FILE, 0x00069002, new byte[14]);
        attribute(FILE, 0x00018010, (shortName + '\0').getBytes(StandardCharsets.US_ASCII));
        attribute(FILE, 0x0006800F, data);
        text(0x3707, longName);
        text(0x370E, "application/pdf");
        attribute(FILE, 0x00069005, list());
        return this;
    }

    byte[] build() {
        return out.toByteArray();
    }

    /// A mail of nothing but this file.
    String mail() {
        return "From: Tom Hale <tom@harborlane.example>\nContent-Type: application/ms-tnef;"
                + " name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(build())
                + "\n";
    }

    private WinmailBuilder value(int property, int type, byte[] bytes) {
        properties.writeBytes(little(type, 2, property, 2, 1, 4, bytes.length, 4));
        properties.writeBytes(bytes);
        properties.writeBytes(new byte[(4 - bytes.length % 4) % 4]);
        count++;
        return this;
    }

    private byte[] list() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.writeBytes(little(count, 4));
        list.writeBytes(properties.toByteArray());
        properties.reset();
        count = 0;
        return list.toByteArray();
    }

    private void attribute(int level, int id, byte[] value) {
        out.write(level);
        number(id, 4);
        number(value.length, 4);
        out.writeBytes(value);
        int sum = 0;
        for (byte b : value) {
            sum += b & 0xFF;
        }
        number(sum, 2);
    }

    private void number(int value, int bytes) {
        out.writeBytes(little(value, bytes));
    }

    /// Pairs of a number and how many bytes it takes.
    private static byte[] little(int... pairs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < pairs.length; i += 2) {
            for (int b = 0; b < pairs[i + 1]; b++) {
                bytes.write(pairs[i] >>> (8 * b));
            }
        }
        return bytes.toByteArray();
    }
}
