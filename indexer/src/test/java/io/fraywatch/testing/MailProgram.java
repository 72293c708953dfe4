package io.fraywatch.testing;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Properties;

/// What the user does to the test mailbox in a mail program of their own, over IMAP.
public final class MailProgram implements AutoCloseable {
    private static final String BUILDING_SITE = "Half Way";

    private final Session session;
    private final Store store;

    public MailProgram(int port) {
        try {
            session = Session.getInstance(new Properties());
            store = session.getStore("imap");
            store.connect("127.0.0.1", port, Dovecot.USER, Dovecot.PASSWORD);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Work on an open folder.
    private interface Work {
        void on(Folder folder) throws MessagingException;
    }

    private void in(String name, Work work) {
        try {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            try (folder) {
                work.on(folder);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void create(String name) {
        try {
            if (!store.getFolder(name).create(Folder.HOLDS_MESSAGES)) {
                throw new IllegalStateException("the server makes no folder " + name);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void add(String name, byte[] mail) {
        try {
            store.getFolder(name)
                    .appendMessages(
                            new Message[] {
                                new MimeMessage(session, new ByteArrayInputStream(mail))
                            });
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Deletes the oldest mails of a folder for good.
    public void expunge(String name, int count) {
        in(
                name,
                folder -> {
                    folder.setFlags(1, count, new Flags(Flags.Flag.DELETED), true);
                    folder.expunge();
                });
    }

    /// Moves the oldest mails of a folder.
    public void move(String name, int count, String to) {
        in(
                name,
                folder -> {
                    Message[] mails = Arrays.copyOf(folder.getMessages(), count);
                    folder.copyMessages(mails, store.getFolder(to));
                    folder.setFlags(1, count, new Flags(Flags.Flag.DELETED), true);
                    folder.expunge();
                });
    }

    /// Marks the oldest mails of a folder as important.
    public void flag(String name, int count) {
        in(name, folder -> folder.setFlags(1, count, new Flags(Flags.Flag.FLAGGED), true));
    }

    public void rename(String from, String to) {
        try {
            if (!store.getFolder(from).renameTo(store.getFolder(to))) {
                throw new IllegalStateException("the server doesn't rename " + from);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void delete(String name) {
        try {
            if (!store.getFolder(name).delete(false)) {
                throw new IllegalStateException("the server doesn't delete " + name);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Makes a folder anew with the same mails, so that its UIDVALIDITY changes and with it every
    /// UID.
    public void renumber(String name) {
        create(BUILDING_SITE);
        in(
                name,
                folder ->
                        folder.copyMessages(folder.getMessages(), store.getFolder(BUILDING_SITE)));
        delete(name);
        rename(BUILDING_SITE, name);
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
