package io.fraywatch.eval;

import io.fraywatch.mail.ParsedMail;
import io.fraywatch.parse.MailParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How mails come apart into parts, and how parts become text, against what other mail programs'
/// own suites expect.
final class Mime implements Measure {
    @Override
    public String title() {
        return "MIME";
    }

    @Override
    public List<Figure> figures(Corpora corpora) throws IOException {
        List<Figure> figures = new ArrayList<>(Mime4jSuite.figures(corpora));
        figures.addAll(KdeSuite.figures(corpora));
        figures.addAll(KdeReplies.figures(corpora));
        figures.addAll(HeaderCodecs.figures(corpora));
        figures.addAll(Transcodings.figures(corpora));
        return figures;
    }

    static ParsedMail parsed(Path mail) throws IOException {
        return new MailParser().parse(Files.readAllBytes(mail));
    }
}
