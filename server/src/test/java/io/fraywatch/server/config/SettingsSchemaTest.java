package io.fraywatch.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example, the schema and the records say the same.
final class SettingsSchemaTest {
    private static final Path EXAMPLE = Path.of("../config/fraywatch.example.yml");
    private static final Path SCHEMA = Path.of("../config/fraywatch.schema.json");
    private static final Pattern KEY =
            Pattern.compile("^( *)(?:- )?([a-zA-Z]+):(?: .*?)?(?: # (.*))?$");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir private Path folder;

    /// With `-Dfraywatch.schema.write=true` it writes the file instead.
    @Test
    void theSchemaIsMadeFromTheRecordsAndTheExample() throws IOException {
        String made =
                MAPPER.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(new SettingsSchema(descriptions()).make())
                        + "\n";
        if (Boolean.getBoolean("fraywatch.schema.write")) {
            Files.writeString(SCHEMA, made);
        }
        assertThat(Files.readString(SCHEMA))
                .as(
                        "config/fraywatch.schema.json; write it anew with `mvn -pl indexer,server test -Dtest=SettingsSchemaTest -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dfraywatch.schema.write=true`")
                .isEqualTo(made);
    }

    @Test
    void theExampleNamesItsSchema() throws IOException {
        assertThat(Files.readAllLines(EXAMPLE).getFirst())
                .isEqualTo("# yaml-language-server: $schema=fraywatch.schema.json");
    }

    @Test
    void everyKeyOfTheExampleIsASetting() throws Exception {
        SettingsFile read =
                SettingsFile.read(Files.writeString(folder.resolve("f.yml"), uncommented()));
        assertThat(read.settings().thresholds().orElseThrow().minScore()).contains(0);
        assertThat(read.settings().tiers()).containsKey("gold");
        assertThat(read.settings().alertsPerDay()).contains(3.0);
    }

    /// Accounts are left out: some of their keys are for servers of one's own only.
    @Test
    void everySettingOfJudgingStandsInTheExample() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        JsonNode schema = new SettingsSchema(Map.of()).make();
        collect("", schema, missing);
        missing.removeAll(descriptionsAndKeys().keySet());
        missing.removeIf(key -> key.startsWith("accounts."));
        assertThat(missing).isEmpty();
    }

    private static void collect(String path, JsonNode section, Set<String> keys) {
        JsonNode properties = section.path("properties");
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            keys.add(below);
            if (!below.endsWith(".thresholds")) {
                collect(below, field.getValue(), keys);
                collect(below, field.getValue().path("items"), keys);
            }
        }
    }

    /// The example with what it only shows as a comment put to use.
    private static String uncommented() throws IOException {
        return Files.readString(EXAMPLE)
                .replace("thresholds: {}\n#  ", "thresholds:\n#  ")
                .replaceAll("(?m)^#  (?=[a-zA-Z ])", "  ");
    }

    private static Map<String, String> descriptions() throws IOException {
        Map<String, String> described = descriptionsAndKeys();
        described.values().removeIf(String::isEmpty);
        return described;
    }

    /// What the comment behind a key, else the one above it, says of it; keys without any, too.
    private static Map<String, String> descriptionsAndKeys() throws IOException {
        Map<String, String> described = new HashMap<>();
        List<String> path = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        StringBuilder above = new StringBuilder();
        TreeSet<String> known = new TreeSet<>();
        collect("", new SettingsSchema(Map.of()).make(), known);
        known.addAll(List.of("gold"));
        new ArrayList<>(known)
                .forEach(each -> known.add(each.substring(each.lastIndexOf('.') + 1)));
        for (String line : Files.readAllLines(EXAMPLE)) {
            String bare =
                    line.startsWith("#  ")
                            ? " " + line.substring(1)
                            : line.replaceFirst("^( +)# ", "$1");
            Matcher key = KEY.matcher(bare);
            if (!key.matches() || !known.contains(key.group(2))) {
                comment(line, above);
                continue;
            }
            int indent = key.start(2);
            while (!indents.isEmpty() && indents.getLast() >= indent) {
                indents.removeLast();
                path.removeLast();
            }
            indents.add(indent);
            path.add(key.group(2));
            String behind = key.group(3) == null ? "" : key.group(3);
            described.merge(
                    String.join(".", path),
                    behind.isEmpty() ? above.toString().strip() : behind,
                    (first, second) -> first.isEmpty() ? second : first);
            Matcher inline = Pattern.compile("\\{([a-zA-Z]+):").matcher(line);
            if (inline.find()) {
                described.putIfAbsent(String.join(".", path) + "." + inline.group(1), "");
            }
            above.setLength(0);
        }
        return described;
    }

    private static void comment(String line, StringBuilder above) {
        if (line.isBlank()) {
            above.setLength(0);
        } else if (line.strip().startsWith("# ")) {
            above.append(line.strip().substring(2)).append(' ');
        }
    }
}
