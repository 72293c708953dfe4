package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraywatch.mail.Body;
import io.fraywatch.mail.Zone;
import io.fraywatch.mail.ZoneType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which mail programs introduce a quote and sign a mail, in many languages; the reply
/// above stays the author's, and the rest doesn't.
class QuoteLanguagesTest {
    private static final String REPLY = "Sounds fine to me.";
    private static final String OLD = "Could you look at sheet 4?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Gmail
                "On Tue, Mar 3, 2026 at 5:12 PM Tom Hale <tom@harborlane.example> wrote:",
                "Am Di., 3. März 2026 um 17:12 Uhr schrieb Tom Hale <tom@harborlane.example>:",
                "Le mar. 3 mars 2026 à 17:12, Tom Hale <tom@harborlane.example> a écrit :",
                "El mar, 3 mar 2026 a las 17:12, Tom Hale (<tom@harborlane.example>) escribió:",
                "Il giorno mar 3 mar 2026 alle ore 17:12 Tom Hale <tom@harborlane.example> ha"
                        + " scritto:",
                "Em ter., 3 de mar. de 2026 às 17:12, Tom Hale <tom@harborlane.example> escreveu:",
                "Op di 3 mrt 2026 om 17:12 schreef Tom Hale <tom@harborlane.example>:",
                "wt., 3 mar 2026 o 17:12 Tom Hale <tom@harborlane.example> napisał(a):",
                "Den tis 3 mars 2026 kl 17:12 skrev Tom Hale <tom@harborlane.example>:",
                "Den tirs. 3. mar. 2026 kl. 17.12 skrev Tom Hale <tom@harborlane.example>:",
                "tir. 3. mars 2026 kl. 17:12 skrev Tom Hale <tom@harborlane.example>:",
                "ti 3. maalisk. 2026 klo 17.12 Tom Hale (tom@harborlane.example) kirjoitti:",
                "út 3. 3. 2026 v 17:12 odesílatel Tom Hale <tom@harborlane.example> napsal:",
                "вт, 3 мар. 2026 г. в 17:12, Tom Hale <tom@harborlane.example>:",
                "вт, 3 бер. 2026 р. о 17:12 Tom Hale <tom@harborlane.example> пише:",
                "Tom Hale <tom@harborlane.example>, 3 Mar 2026 Sal, 17:12 tarihinde şunu yazdı:",
                "2026年3月3日(火) 17:12 Tom Hale <tom@harborlane.example>:",
                "Tom Hale <tom@harborlane.example> 于2026年3月3日周二 17:12写道：",
                "Tom Hale <tom@harborlane.example> 於 2026年3月3日 週二 下午5:12寫道：",
                "2026년 3월 3일 (화) 오후 5:12, Tom Hale <tom@harborlane.example>님이 작성:",
                "Vào Th 3, 3 thg 3, 2026 vào lúc 17:12 Tom Hale <tom@harborlane.example> đã viết:",
                "Tom Hale <tom@harborlane.example> ezt írta (időpont: 2026. márc. 3., K, 17:12):",
                "În mar., 3 mar. 2026 la 17:12, Tom Hale <tom@harborlane.example> a scris:",
                "Στις Τρί 3 Μαρ 2026 στις 5:12 μ.μ., ο χρήστης Tom Hale"
                        + " <tom@harborlane.example> έγραψε:",
                "Pada Sel, 3 Mar 2026 pukul 17.12 Tom Hale <tom@harborlane.example> menulis:",
                "Missatge de Tom Hale <tom@harborlane.example> del dia dt., 3 de març 2026 a les"
                        + " 17:12:",
                "uto, 3. ožu 2026. u 17:12 Tom Hale <tom@harborlane.example> napisao je:",
                "\u202Bבתאריך יום ג׳, 3 במרץ 2026 ב-17:12 מאת \u202ATom Hale\u202C\u200F <\u202A"
                        + "tom@harborlane.example\u202C\u200F>:\u202C",
                "في الثلاثاء، 3 مارس 2026 في 5:12 م تمت كتابة ما يلي بواسطة Tom Hale"
                        + " <tom@harborlane.example>:",
                // Apple Mail
                "On 3 Mar 2026, at 17:12, Tom Hale <tom@harborlane.example> wrote:",
                "Am 03.03.2026 um 17:12 schrieb Tom Hale <tom@harborlane.example>:",
                "Op 3 mrt 2026, om 17:12 heeft Tom Hale <tom@harborlane.example> het volgende"
                        + " geschreven:",
                "No dia 3 de mar. de 2026, às 17:12, Tom Hale <tom@harborlane.example> escreveu:",
                "Wiadomość napisana przez Tom Hale <tom@harborlane.example> w dniu 3 mar 2026, o"
                        + " godz. 17:12:",
                "3 mars 2026 kl. 17:12 skrev Tom Hale <tom@harborlane.example>:",
                "Tom Hale <tom@harborlane.example> kirjoitti 3.3.2026 kello 17.12:",
                "3. 3. 2026 v 17:12, Tom Hale <tom@harborlane.example>:",
                "3 марта 2026 г., в 17:12, Tom Hale <tom@harborlane.example> написал(а):",
                "Tom Hale <tom@harborlane.example> şunları yazdı (3 Mar 2026 17:12):",
                "2026/03/03 17:12、Tom Hale <tom@harborlane.example>のメール：",
                "2026年3月3日 17:12，Tom Hale <tom@harborlane.example> 写道：",
                "2026. 3. 3. 오후 5:12, Tom Hale <tom@harborlane.example> 작성:",
                // Thunderbird
                "On 3/3/26 17:12, Tom Hale wrote:",
                "Am 03.03.26 um 17:12 schrieb Tom Hale:",
                "Le 03/03/2026 à 17:12, Tom Hale a écrit :",
                "Em 03/03/2026 17:12, Tom Hale escreveu:",
                "Op 03-03-2026 om 17:12 schreef Tom Hale:",
                "W dniu 3.03.2026 o 17:12, Tom Hale pisze:",
                "Den 2026-03-03 kl. 17:12, skrev Tom Hale:",
                "Tom Hale kirjoitti 3.3.2026 klo 17.12:",
                "Dne 03. 03. 26 v 17:12 Tom Hale napsal(a):",
                "03.03.2026 17:12, Tom Hale пишет:",
                "03.03.2026 17:12 tarihinde Tom Hale yazdı:",
                "在 2026/3/3 17:12, Tom Hale 写道:",
                "Tom Hale wrote on 3/3/2026 5:12 PM:",
                // Yahoo, Zoho, Proton, Mail.ru, GMX, 163
                "On Tuesday, March 3, 2026 at 05:12:44 PM GMT+1, Tom Hale"
                        + " <tom@harborlane.example> wrote:",
                "Am Dienstag, 3. März 2026 um 17:12:44 MEZ hat Tom Hale"
                        + " <tom@harborlane.example> Folgendes geschrieben:",
                "---- On Tue, 03 Mar 2026 17:12:44 +0100 Tom Hale <tom@harborlane.example> wrote"
                        + " ----",
                "On Tuesday, March 3rd, 2026 at 5:12 PM, Tom Hale <tom@harborlane.example> wrote:",
                "Вторник, 3 марта 2026, 17:12 +03:00 от Tom Hale <tom@harborlane.example>:",
                "在 2026-03-03 17:12:44，\"Tom Hale\" <tom@harborlane.example> 写道：",
            })
    void knowsTheLineThatIntroducesAQuote(String attribution) {
        assertQuoted(attribution);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Mar 3, 2026 at 5:12 PM Tom Hale\n<tom@harborlane.example> wrote:",
                "Am Di., 3. März 2026 um 17:12 Uhr schrieb Tom Hale <\ntom@harborlane.example>:",
                "Le mar. 3 mars 2026 à 17:12, Tom Hale\n<tom@harborlane.example> a\nécrit :",
                "вт, 3 мар. 2026 г. в 17:12, Tom Hale <\ntom@harborlane.example>:",
                "Tom Hale <tom@harborlane.example>, 3 Mar 2026 Sal, 17:12 tarihinde\nşunu yazdı:",
                "2026年3月3日(火) 17:12 Tom Hale\n<tom@harborlane.example>:",
            })
    void knowsItWhereItIsWrapped(String attribution) {
        assertQuoted(attribution);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From|Sent|To|Subject",
                "Von|Gesendet|An|Betreff",
                "De|Envoyé|À|Objet",
                "De|Enviado el|Para|Asunto",
                "Da|Inviato|A|Oggetto",
                "De|Enviada em|Para|Assunto",
                "Van|Verzonden|Aan|Onderwerp",
                "Od|Wysłano|Do|Temat",
                "Från|Skickat|Till|Ämne",
                "Fra|Sendt|Til|Emne",
                "Lähettäjä|Lähetetty|Vastaanottaja|Aihe",
                "Od|Odesláno|Komu|Předmět",
                "От|Отправлено|Кому|Тема",
                "Від|Надіслано|Кому|Тема",
                "Kimden|Gönderildi|Kime|Konu",
                "Feladó|Elküldve|Címzett|Tárgy",
                "De la|Trimis|Către|Subiect",
                "发件人|发送时间|收件人|主题",
                "寄件者|寄件日期|收件者|主旨",
                "差出人|送信日時|宛先|件名",
                "보낸 사람|보낸 날짜|받는 사람|제목",
                "Từ|Đã gửi|Đến|Chủ đề",
                "Από|Στάλθηκε|Προς|Θέμα",
                "Pošiljatelj|Poslano|Za|Predmet",
                "Dari|Dikirim|Kepada|Subjek",
                "จาก|ส่ง|ถึง|เรื่อง",
                "מאת|נשלח|אל|נושא",
                "من|تم الإرسال|إلى|الموضوع",
            })
    void knowsTheHeadOfAQuotedMail(String labels) {
        List<String> label = List.of(labels.split("\\|", -1));
        String people =
                label.get(0) + ": Tom Hale\n" + label.get(1) + ": 3.3.2026 17:12\n" + label.get(2);
        assertQuoted(people + ": Dana Reyes\n" + label.get(3) + ": Sheet 4");
        assertQuoted(people + ": Dana Reyes");
        assertQuoted(
                "________________________________\n*"
                        + label.get(0)
                        + ":* Tom Hale <tom@harborlane.example>\n*"
                        + label.get(1)
                        + ":* 3.3.2026 17:12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----",
                "-----Ursprüngliche Nachricht-----",
                "-------- Message d'origine --------",
                "-----Mensaje original-----",
                "-----Messaggio originale-----",
                "-----Mensagem original-----",
                "-----Oorspronkelijk bericht-----",
                "-----Ursprungligt meddelande-----",
                "-----Oprindelig meddelelse-----",
                "-----Opprinnelig melding-----",
                "-----Alkuperäinen viesti-----",
                "-----Wiadomość oryginalna-----",
                "-----Původní zpráva-----",
                "-----Исходное сообщение-----",
                "-----Orijinal İleti-----",
                "-----Eredeti üzenet-----",
                "------------------ 原始邮件 ------------------",
                "-----元のメッセージ-----",
                "-----원본 메시지-----",
                "---------- Forwarded message ---------",
                "---------- Weitergeleitete Nachricht ---------",
                "---------- Message transféré ---------",
                "---------- Пересылаемое сообщение ---------",
                "---------- 転送されたメッセージ ---------",
            })
    void knowsTheLineThatAnnouncesAnOlderMail(String line) {
        assertQuoted(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Sent from Outlook for Android",
                "Get Outlook for iOS",
                "Von meinem iPhone gesendet",
                "Gesendet mit der GMX Mail App",
                "Envoyé de mon iPhone",
                "Enviado desde mi iPhone",
                "Enviado do meu iPhone",
                "Inviato da iPhone",
                "Verstuurd vanaf mijn iPhone",
                "Skickat från min iPhone",
                "Sendt fra min iPhone",
                "Lähetetty iPhonesta",
                "Wysłane z iPhone'a",
                "Odesláno z iPhonu",
                "Отправлено с iPhone",
                "Надіслано з iPhone",
                "iPhone'umdan gönderildi",
                "Az iPhone-omról küldve",
                "Trimis de pe iPhone-ul meu",
                "发自我的 iPhone",
                "從我的 iPhone 傳送",
                "iPhoneから送信",
                "나의 iPhone에서 보냄",
                "Đã gửi từ iPhone của tôi",
                "Dikirim dari iPhone saya",
                "נשלח מה-iPhone שלי",
                "تم الإرسال من الـ iPhone",
            })
    void knowsTheFooterOfAPhone(String footer) {
        Body body = parse(REPLY + "\n\n" + footer + "\n");
        assertThat(body.newText()).isEqualTo(REPLY);
        assertThat(body.zones().getLast().type()).isEqualTo(ZoneType.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3 March I wrote three drafts:",
                "Am 3. März 2026 um 17:12 schrieb ich Ihnen folgendes:",
                "From Berlin we go on to Paris on 3 March 2026:",
                "Sent by post on Monday, so it should be there by now.",
                "Sent via courier this morning",
                "The meeting is on 3 March 2026 at 17:12:",
                "From: Berlin\nTo: Paris\nDate: 3 March 2026",
                "In point 2 you wrote:",
                "Please tell me by 17:12 which of these you prefer:",
            })
    void leavesASentenceToItsAuthor(String sentence) {
        String text = REPLY + "\n\n" + sentence + "\n" + OLD;
        assertThat(parse(text).newText()).isEqualTo(text);
    }

    private static void assertQuoted(String head) {
        Body body = parse(REPLY + "\n\n" + head + "\n\n" + OLD + "\n");
        assertThat(body.newText()).isEqualTo(REPLY);
        assertThat(body.zones())
                .extracting(Zone::type)
                .containsSubsequence(ZoneType.NEW, ZoneType.QUOTE_HEADER)
                .doesNotContain(ZoneType.SIGNATURE);
    }

    private static Body parse(String text) {
        String head = "From: dana@reyes.example\nContent-Type: text/plain; charset=utf-8\n\n";
        return new MailParser().parse((head + text).getBytes(StandardCharsets.UTF_8)).body();
    }
}
