package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.MailId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawIdentityTest {
    private static final String MAIL =
            "From: dana@reyes.example\nSubject: Draft\nMessage-ID: <1@x.example>\n\nHere it is.\n\nDana\n";

    @Test
    void isTheSameOverImapInAMaildirAndInAnMbox() {
        String imap = MAIL.replace("\n", "\r\n");
        String mbox = "From dana@reyes.example Mon Mar  2 10:00:00 2026\n" + MAIL + "\n";
        assertThat(id(imap))
                .isEqualTo(id(MAIL))
                .isEqualTo(id(mbox))
                .isEqualTo(id(MAIL.replace('\n', '\r')));
    }

    @Test
    void ignoresWhatServersAdd() {
        String delivered =
                "Return-Path: <dana@reyes.example>\nReceived: from a by b;\n\tMon, 2 Mar 2026 10:00:00 +0000\n"
                        + "X-GM-THRID: 17\nX-Gmail-Labels: Inbox\nX-Mozilla-Status: 0001\nStatus: RO\nContent-Length: 20\n"
                        + MAIL;
        assertThat(id(delivered)).isEqualTo(id(MAIL));
    }

    @Test
    void differsWhenAWordDiffers() {
        assertThat(id(MAIL))
                .isNotEqualTo(id(MAIL.replace("Here it is", "Here it was")))
                .isNotEqualTo(id(MAIL.replace("Draft", "Drafts")));
    }

    @Test
    void tellsHeaderFromBody() {
        assertThat(id("A: b\n\nC: d\n")).isNotEqualTo(id("A: b\nC: d\n\n"));
    }

    @Test
    void takesNoBytesAtAll() {
        assertThat(id("").value()).hasSize(32);
    }

    private static MailId id(String mail) {
        return RawIdentity.of(mail.getBytes(StandardCharsets.UTF_8));
    }
}
