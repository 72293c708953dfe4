package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bytes to text by the declared charset if that holds, else by what the bytes look like; and the
/// ways senders get header encodings wrong.
class CharsetsTest {
    @ParameterizedTest
    @CsvSource({
        "koi8-r,'Привет, можешь прислать отчёт до пятницы? Спасибо'",
        "windows-1251,'Привет, можешь прислать отчёт до пятницы? Спасибо'",
        "windows-1252,'Grüße, können Sie mir die Entwürfe schicken? Schönen Tag'",
        "iso-8859-7,'Γεια σας, μπορείτε να στείλετε την προσφορά;'",
        "windows-1255,'שלום, אפשר לשלוח את ההצעה עד יום שישי? תודה'",
        "shift_jis,お世話になっております。金曜日までに見積書を送っていただけますか。",
        "euc-jp,お世話になっております。金曜日までに見積書を送っていただけますか。",
        "iso-2022-jp,お世話になっております。金曜日までに見積書を送っていただけますか。",
        "gb18030,您好，请在周五之前把报价发给我，谢谢。",
        "big5,您好，請在週五之前把報價發給我，謝謝。",
        "euc-kr,'안녕하세요, 금요일까지 견적서를 보내 주세요. 감사합니다.'"
    })
    void recognisesTextThatDeclaresNoCharset(String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        assertThat(Charsets.decode(bytes, bytes.length, "")).isEqualTo(text);
        assertThat(Charsets.decode(bytes, bytes.length, "us-ascii")).isEqualTo(text);
        assertThat(Charsets.decode(bytes, bytes.length, "x-user-defined")).isEqualTo(text);
        assertThat(Charsets.decode(bytes, bytes.length, charset)).isEqualTo(text);
    }

    @Test
    void takesUtf8ThatIsCalledLatin1ForUtf8() {
        byte[] bytes = "Grüße".getBytes(StandardCharsets.UTF_8);
        assertThat(Charsets.decode(bytes, bytes.length, "iso-8859-1")).isEqualTo("Grüße");
    }

    @Test
    void takesLatin1ThatIsCalledUtf8ForLatin1() {
        byte[] bytes = "Grüße und schöne Tage".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Charsets.decode(bytes, bytes.length, "utf-8"))
                .isEqualTo("Grüße und schöne Tage");
    }

    @Test
    void readsHz() {
        byte[] bytes = "Hi ~{VPND~} ~~".getBytes(StandardCharsets.US_ASCII);
        assertThat(Charsets.decode(bytes, bytes.length, "hz-gb-2312")).isEqualTo("Hi 中文 ~");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=|café",
                "=?utf-8?B?Y2Fmw6k?=|café",
                "=?utf-8?Q?two words?=|two words",
                "=?utf-8?B?Y2Fmw6k=|café",
                "=?utf-8?Q?caf=C3=A9|café",
                "=?utf-8?Q?caf=C3=A9?|café",
                "=?iso-8859-1?Q?caf=C3=A9?=|café",
                "=?us-ascii?Q?caf=E9?=|café",
                "=?utf-8*en?Q?caf=C3=A9?=|café",
                "=?utf-8?Q?a?==?utf-8?Q?b?=|ab",
                "2 =? 3|2 =? 3",
                "=?what?Q?left=20alone|=?what?Q?left=20alone"
            })
    void decodesEncodedWordsHoweverBroken(String value, String text) {
        assertThat(EncodedWords.decode(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment; filename*=utf-8''caf%C3%A9.pdf|café.pdf",
                "attachment; filename*=\"utf-8''caf%C3%A9.pdf\"|café.pdf",
                "attachment; filename*=caf%C3%A9.pdf|café.pdf",
                "attachment; filename*=utf-8''100%.pdf|100%.pdf",
                "attachment; filename*0*=utf-8''caf%C3; filename*1*=%A9.pdf|café.pdf",
                "attachment; filename*1=b.pdf; filename*0=a|ab.pdf",
                "attachment; filename=\"=?utf-8?Q?caf=C3=A9.pdf?=\"|café.pdf",
                "attachment; filename=\"a \\\"b\\\".pdf\"|a \"b\".pdf",
                "attachment; filename=a b.pdf; size=3|a b.pdf",
                "attachment; =x; filename=a.pdf|a.pdf"
            })
    void readsFileNamesHoweverEncoded(String header, String name) {
        assertThat(Parameters.parse(header).get("filename")).isEqualTo(name);
    }
}
