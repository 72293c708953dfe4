package io.fraywatch.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// An IMAP server that lies as a test tells it to. Holds one folder, INBOX, with mails by UID; what
/// isn't scripted it answers as it should.
public final class ScriptedImap implements AutoCloseable {
    private final ServerSocket server;
    private final TreeMap<Long, byte[]> mails = new TreeMap<>();
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final Script script;

    /// Answers a command in the server's place.
    public interface Script {
        /// @param command the command without its tag
        /// @return whether it has been answered
        boolean answer(Conversation talk, String tag, String command)
                throws IOException, InterruptedException;
    }

    /// What a script can do on one connection.
    public final class Conversation {
        private final Socket socket;
        private OutputStream out;
        private BufferedReader in;

        private Conversation(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
            this.in = reader(socket.getInputStream());
        }

        /// Goes on compressed both ways (RFC 4978).
        public void compress() throws IOException {
            out = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true), true);
            in =
                    reader(
                            new InflaterInputStream(socket.getInputStream(), new Inflater(true)) {
                                @Override
                                public int available() {
                                    return 0;
                                }
                            });
        }

        private static BufferedReader reader(InputStream in) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        /// Sends bytes past any compression.
        public void raw(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /// Sends text as it is.
        public void send(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
            out.flush();
        }

        /// Sends one line.
        public void line(String text) throws IOException {
            send(text + "\r\n");
        }

        /// Sends one mail as a FETCH answer.
        public void mail(long uid, byte[] bytes) throws IOException {
            send(
                    "* "
                            + (mails.headMap(uid).size() + 1)
                            + " FETCH (UID "
                            + uid
                            + " INTERNALDATE \"05-Jan-2026 08:00:00 +0000\" BODY[] {"
                            + bytes.length
                            + "}\r\n");
            out.write(bytes);
            line(")");
        }

        /// Closes the connection without a word.
        public void cut() throws IOException {
            socket.close();
        }
    }

    private ScriptedImap(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
    }

    /// Starts on a free loopback port with this many numbered mails, their UIDs counted from 1.
    public static ScriptedImap start(int count, Script script) {
        try {
            ScriptedImap imap =
                    new ScriptedImap(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            for (int i = 1; i <= count; i++) {
                imap.mails.put((long) i, Mails.numbered(i));
            }
            Thread.ofVirtual().start(imap::serve);
            return imap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /// All commands received so far, without their tags.
    public List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    /// The UIDs a command asks for, in ascending order.
    public List<Long> asked(String command) {
        String set = command.split(" ", 4)[2];
        return mails.keySet().stream()
                .filter(uid ->
                        List.of(set.split(",")).stream().anyMatch(range -> covers(range, uid)))
                .toList();
    }

    public byte[] mail(long uid) {
        return mails.getOrDefault(uid, new byte[0]);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean covers(String range, long uid) {
        String[] ends = range.split(":", 2);
        long from = Long.parseLong(ends[0]);
        long to =
                ends.length == 1
                        ? from
                        : ends[1].equals("*") ? Long.MAX_VALUE : Long.parseLong(ends[1]);
        return from <= uid && uid <= to;
    }

    private void serve() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            Conversation talk = new Conversation(socket);
            if (!script.answer(talk, "*", "GREETING")) {
                talk.line("* OK ready");
            }
            for (String line = talk.in.readLine(); line != null; line = talk.in.readLine()) {
                // A line without a tag answers a challenge.
                int space = line.indexOf(' ');
                String tag = line.substring(0, Math.max(space, 0));
                String command = line.substring(space + 1);
                commands.add(command);
                if (!script.answer(talk, tag, command)) {
                    answer(talk, tag, command);
                }
            }
        } catch (IOException closed) {
            // Either side may end it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers as an honest server would.
    public void answer(Conversation talk, String tag, String command) throws IOException {
        long next = mails.isEmpty() ? 1 : mails.lastKey() + 1;
        if (command.startsWith("CAPABILITY")) {
            talk.line("* CAPABILITY IMAP4rev1");
        } else if (command.startsWith("LIST")) {
            talk.line("* LIST () \"/\" INBOX");
        } else if (command.startsWith("STATUS")) {
            talk.line(
                    "* STATUS INBOX (MESSAGES "
                            + mails.size()
                            + " UIDNEXT "
                            + next
                            + " UIDVALIDITY 7)");
        } else if (command.startsWith("EXAMINE")) {
            talk.line(
                    "* "
                            + mails.size()
                            + " EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n* OK [UIDNEXT "
                            + next
                            + "] fine");
        } else if (command.startsWith("UID FETCH")) {
            for (long uid : asked(command)) {
                if (command.contains("BODY.PEEK")) {
                    talk.mail(uid, mail(uid));
                } else {
                    talk.line(
                            "* "
                                    + (mails.headMap(uid).size() + 1)
                                    + " FETCH (UID "
                                    + uid
                                    + " RFC822.SIZE "
                                    + mail(uid).length
                                    + ")");
                }
            }
        }
        talk.line(tag + " OK done");
    }
}
