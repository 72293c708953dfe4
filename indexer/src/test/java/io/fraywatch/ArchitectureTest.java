package io.fraywatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.fraywatch.mail.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the package table of docs/architecture.md: what each room may use.
class ArchitectureTest {
    private static final int CLASSES_AT_LEAST = 120;
    private static final String US = "io.fraywatch.";
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..");

    private static final JavaClasses INDEXER =
            new ClassFileImporter()
                    .importUrl(Message.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void seesTheWholeHouse() {
        assertThat(INDEXER.size()).isGreaterThan(CLASSES_AT_LEAST);
    }

    @Test
    void mailKnowsNothingButTheLanguage() {
        only("mail..");
    }

    @Test
    void theSourcePortKnowsMailOnly() {
        only("source", "mail..");
    }

    @Test
    void eachSourceKnowsItsOwnProtocol() {
        only(
                "source.imap..",
                "mail..",
                "source",
                "!jakarta.mail..",
                "!org.eclipse.angus..",
                "!javax.net..",
                "!jakarta.validation..",
                "!org.slf4j..");
        only(
                "source.gmail..",
                "mail..",
                "source",
                "!com.google.api..",
                "!dev.failsafe..",
                "!javax.net.ssl..",
                "!java.net.http..");
        only(
                "source.oauth..",
                "mail..",
                "source",
                "!com.nimbusds..",
                "!com.sun.net.httpserver..",
                "!javax.crypto..");
        only("source.maildir..", "mail..", "source");
        only("source.mbox..", "mail..", "source");
    }

    @Test
    void parseKnowsBytesAndMail() {
        only(
                "parse..",
                "mail..",
                "!org.apache.james.mime4j..",
                "!org.jsoup..",
                "!org.mozilla.universalchardet..");
    }

    @Test
    void peopleArePureGuessesFromHeaders() {
        only("people..", "mail..");
    }

    @Test
    void threadIsPure() {
        only("thread..", "mail..");
    }

    @Test
    void analyzeIsPure() {
        only("analyze..", "mail..", "!jakarta.validation..");
        noClasses()
                .that()
                .resideInAPackage(US + "analyze..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.sql..", "java.nio.file..", "java.util.concurrent..")
                .check(INDEXER);
    }

    @Test
    void queryKnowsMailOnly() {
        only("query..", "mail..");
    }

    @Test
    void onlyTheLuceneStoreKnowsLucene() {
        only("store", "mail..", "query..");
        only(
                "store.lucene..",
                "mail..",
                "query..",
                "store",
                "!org.apache.lucene..",
                "!org.slf4j..");
    }

    @Test
    void flagsKnowTheLedgerAndAssessments() {
        only(
                "flags..",
                "mail..",
                "analyze..",
                "!org.jdbi..",
                "!org.flywaydb..",
                "!org.sqlite..",
                "!javax.sql..",
                "!org.slf4j..");
    }

    @Test
    void nothingInTheIndexerKnowsHttpOrYaml() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.dropwizard..",
                        "jakarta.ws.rs..",
                        "jakarta.servlet..",
                        "com.fasterxml..",
                        "org.yaml..")
                .check(INDEXER);
    }

    @Test
    void packagesFormNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(US + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(INDEXER);
    }

    @Test
    void timeComesInAsAnArgument() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(INDEXER);
    }

    /// Classes of a package may use these packages, themselves and the JDK. `!` marks a package
    /// outside the project.
    private static void only(String room, String... allowed) {
        String[] packages =
                Stream.concat(
                                Stream.concat(EVERYWHERE.stream(), Stream.of(US + room)),
                                Stream.of(allowed)
                                        .map(name ->
                                                name.startsWith("!")
                                                        ? name.substring(1)
                                                        : US + name))
                        .toArray(String[]::new);
        ArchRule rule =
                classes()
                        .that()
                        .resideInAPackage(US + room)
                        .should()
                        .onlyDependOnClassesThat(
                                DescribedPredicate.or(
                                        JavaClass.Predicates.resideInAnyPackage(packages),
                                        DescribedPredicate.describe(
                                                "is primitive or array of such",
                                                JavaClass::isPrimitive)));
        rule.check(INDEXER);
    }
}
