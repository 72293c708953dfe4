package io.fraywatch.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// HTML as it would be read aloud.
class HtmlTextTest {
    @Test
    void numbersTheItemsOfAnOrderedList() {
        assertThat(text("<ol><li>Logo<li>Invoice<ul><li>May</ul><li>Call</ol>"))
                .isEqualTo("1. Logo\n2. Invoice\n\n- May\n\n3. Call");
    }

    @Test
    void countsOnFromWhereAListSaysItStarts() {
        assertThat(text("<ol start=3><li>Logo<li value=7>Invoice<li>Call</ol>"))
                .isEqualTo("3. Logo\n7. Invoice\n8. Call");
    }

    @Test
    void keepsARowOfDataOnALine() {
        assertThat(
                        text(
                                "<table><tr><th>Item<th>Price<tr><td><p>Logo</p><td><p>300</p>"
                                        + "<tr><td>Flyer<td>80</table>"))
                .isEqualTo("Item | Price\nLogo | 300\nFlyer | 80");
    }

    @Test
    void flattensATableThatOnlyLaysOut() {
        assertThat(
                        text(
                                "<table><tr><td><table><tr><td>Hello Dana,</td></tr></table></td>"
                                        + "<td>The draft is late.</td></tr></table>"))
                .isEqualTo("Hello Dana,\n\nThe draft is late.");
    }

    @Test
    void dropsHiddenPreheaders() {
        for (String style :
                new String[] {
                    "display:none",
                    "display: none !important",
                    "visibility:hidden",
                    "mso-hide:all",
                    "opacity:0",
                    "max-height:0px;overflow:hidden",
                    "font-size:0",
                    "font-size:1px",
                    "color:#ffffff;background-color:white",
                }) {
            assertThat(text("<div style='" + style + "'>Preview words</div><p>Hello</p>"))
                    .as(style)
                    .isEqualTo("Hello");
        }
    }

    @Test
    void showsWordsThatFindTheirSizeWithinALayoutOfNone() {
        assertThat(
                        text(
                                "<td style='font-size:0px;padding:20px'><div"
                                        + " style='font-size:13px'>Hello</div></td>"))
                .isEqualTo("Hello");
    }

    @Test
    void dropsThePaddingBehindAPreheader() {
        assertThat(text("<div>Hello" + "&nbsp;&zwnj;&#8199;&#847;&shy;".repeat(50) + "</div>"))
                .startsWith("Hello")
                .hasSizeLessThan(120);
    }

    @Test
    void leavesOutWhatOnlyOutlookSees() {
        assertThat(
                        text(
                                "<!--[if mso]><p>Outlook</p><![endif]--><![if"
                                        + " !mso]><p>Hello</p><![endif]>"))
                .isEqualTo("Hello");
    }

    @Test
    void keepsTheLinesOfPreformattedText() {
        assertThat(text("<pre>one\n  two</pre>three")).isEqualTo("one\n  two\n\nthree");
    }

    @Test
    void putsAPicturesWordsInItsPlace() {
        assertThat(text("<img src=x alt='Harbor Lane'> <img src=y> caf&eacute;"))
                .isEqualTo("[Harbor Lane] café");
    }

    @Test
    void marksQuotesAsPlainMailDoes() {
        assertThat(text("Yes.<blockquote type=cite>Is it <b>ready</b>?</blockquote>"))
                .isEqualTo("Yes.\n>\n> Is it ready?");
    }

    private static String text(String html) {
        String mail = "Content-Type: text/html; charset=utf-8\n\n" + html;
        return new MailParser().parse(mail.getBytes(StandardCharsets.UTF_8)).body().text().strip();
    }
}
