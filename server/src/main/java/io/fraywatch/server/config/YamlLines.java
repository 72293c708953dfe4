package io.fraywatch.server.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// In which line of a YAML text each key stands.
///
/// Looking for the lines is also the gate that refuses what a configuration never needs: aliases
/// (and so all that could blow up), deep nesting, a second key of the same name.
final class YamlLines {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_CHARACTERS = 1 << 20;

    private final Map<List<Object>, Integer> lines = new HashMap<>();
    private final Path file;

    private YamlLines(Path file) {
        this.file = file;
    }

    /// @throws SettingsException if the text isn't YAML, or uses what is refused
    static YamlLines of(Path file, String text) throws SettingsException {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARACTERS);
        Yaml yaml = new Yaml(options);
        YamlLines lines = new YamlLines(file);
        try {
            for (Event event : yaml.parse(new StringReader(text))) {
                if (event instanceof AliasEvent alias) {
                    throw new SettingsException(
                            file,
                            alias.getStartMark().getLine() + 1,
                            "YAML aliases (*"
                                    + alias.getAnchor()
                                    + ") aren't understood here; write the value out");
                }
            }
            Node root = yaml.compose(new StringReader(text));
            if (root != null) {
                lines.note(List.of(), root);
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new SettingsException(
                    file,
                    line,
                    "this isn't YAML: "
                            + e.getProblem()
                            + "; check the indentation and quotes around here");
        } catch (YAMLException e) {
            throw new SettingsException(file, 0, "this YAML is refused: " + e.getMessage());
        }
        return lines;
    }

    private void note(List<Object> path, Node node) throws SettingsException {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                note(join(path, i), sequence.getValue().get(i));
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                noteKey(path, tuple);
            }
        }
    }

    private void noteKey(List<Object> path, NodeTuple tuple) throws SettingsException {
        int line = tuple.getKeyNode().getStartMark().getLine() + 1;
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            throw new SettingsException(file, line, "a key must be a single word");
        }
        List<Object> below = join(path, key.getValue());
        Integer earlier = lines.put(below, line);
        if (earlier != null) {
            throw new SettingsException(
                    file,
                    line,
                    "the key '"
                            + key.getValue()
                            + "' stands in line "
                            + earlier
                            + " already; keep one of them");
        }
        note(below, tuple.getValueNode());
    }

    static List<Object> join(List<Object> path, Object last) {
        return java.util.stream.Stream.concat(path.stream(), java.util.stream.Stream.of(last))
                .toList();
    }

    /// The line of this path, or of the nearest key above it that is there; from 1.
    int of(List<Object> path) {
        for (int length = path.size(); length > 0; length--) {
            Integer line = lines.get(path.subList(0, length));
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault(List.of(), 1);
    }
}
