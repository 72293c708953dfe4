package io.fraywatch.embeddings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/// Holds the line of docs/architecture.md that is about this module.
class ArchitectureTest {
    private static final JavaClasses MODULE =
            new ClassFileImporter()
                    .importUrl(BgeSmall.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void knowsThePortAndTheRuntimeAlone() {
        assertThat(MODULE.size()).isGreaterThan(3);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.fraywatch.embeddings",
                        "io.fraywatch.analyze.model",
                        "ai.onnxruntime",
                        "com.google.gson.stream",
                        "org.jspecify..",
                        "java.lang..",
                        "java.io",
                        "java.nio..",
                        "java.text",
                        "java.util..",
                        "")
                .check(MODULE);
    }
}
