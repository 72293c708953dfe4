package io.fraywatch.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.fraywatch.mail.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds what each room of the server may use of the others.
class ArchitectureTest {
    private static final int CLASSES_AT_LEAST = 130;
    private static final String US = "io.fraywatch.";
    private static final String SERVER = "io.fraywatch.server.";
    private static final List<String> FEATURES =
            List.of("accounts", "search", "clients", "conversations", "flags", "digest", "health");

    /// The rooms of the indexer; a feature may ask them, so may whatever is named beside them.
    private static final String[] INDEXER = {
        US + "mail..",
        US + "source..",
        US + "parse..",
        US + "thread..",
        US + "people..",
        US + "analyze..",
        US + "store..",
        US + "query..",
        US + "flags..",
        US + "sync.."
    };

    private static final JavaClasses HOUSE = classesBeside(Main.class);

    @Test
    void seesTheWholeHouse() {
        assertThat(HOUSE.size()).isGreaterThan(CLASSES_AT_LEAST);
        for (String room :
                List.of("cli", "config", "demo", "json", "setup", "web", "search", "digest")) {
            assertThat(HOUSE.stream().map(JavaClass::getPackageName)).contains(SERVER + room);
        }
    }

    @Test
    void theIndexerNeverSeesTheServer() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fraywatch.server..")
                .check(classesBeside(Message.class));
    }

    @Test
    void featuresKnowPagesAndTheIndexerButNotOneAnother() {
        for (String feature : FEATURES) {
            knowsOfUs(feature, "web", "json");
        }
    }

    @Test
    void pagesKnowShapesAndNoFeature() {
        knowsOfUs("web", "json");
    }

    @Test
    void shapesOfJsonKnowTheIndexerAlone() {
        knowsOfUs("json");
        noClasses()
                .that()
                .resideInAPackage(SERVER + "json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "io.dropwizard..")
                .check(HOUSE);
    }

    @Test
    void configurationKnowsNothingOfTheServer() {
        knowsOfUs("config");
    }

    @Test
    void setupKnowsWhatItPutsTogether() {
        knowsOfUs("setup", "config", "digest", "web");
    }

    @Test
    void theDemoWritesMailAndKnowsNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(SERVER + "demo..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.fraywatch..")
                                .and(DescribedPredicate.not(resideInAnyPackage(SERVER + "demo.."))))
                .check(HOUSE);
    }

    @Test
    void theCommandLineKnowsNeitherPagesOfFeaturesNorTheRoot() {
        knowsOfUs("cli", "config", "demo", "digest", "json", "setup", "web");
    }

    @Test
    void roomsFormNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(SERVER + "(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(SERVER + "*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fraywatch.server")
                .check(HOUSE);
    }

    @Test
    void onlyTheCommandLineKnowsItsParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVER + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.sourceforge.argparse4j..")
                .check(HOUSE);
    }

    @Test
    void onlyTheRootAsksWhatTimeItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.fraywatch.server")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", java.time.ZoneId.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    /// Of all that is ours, classes of this room may use the indexer, themselves and these rooms.
    private static void knowsOfUs(String room, String... rooms) {
        String[] allowed =
                Stream.concat(
                                Arrays.stream(INDEXER),
                                Stream.concat(Stream.of(room), Arrays.stream(rooms))
                                        .map(name -> SERVER + name + ".."))
                        .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(SERVER + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed)
                                .or(DescribedPredicate.not(resideInAnyPackage("io.fraywatch.."))))
                .check(HOUSE);
    }

    private static JavaClasses classesBeside(Class<?> member) {
        return new ClassFileImporter()
                .importUrl(member.getProtectionDomain().getCodeSource().getLocation());
    }
}
