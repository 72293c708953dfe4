package io.fraywatch.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fraywatch.mail.Client;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Writes clients into the `clients` of a configuration file and leaves every other byte as it is:
/// comments, order, line ends.
public final class ClientsSection {
    private static final String KEY = "clients";

    /// Words that YAML reads as something else than themselves.
    private static final Set<String> RESERVED =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private ClientsSection() {}

    /// Adds clients behind those that are there.
    ///
    /// The new text is read like any configuration before it takes the place of the old, which
    /// stays beside it as `NAME.bak`.
    ///
    /// @return where the old text is kept
    /// @throws SettingsException if the file can't be read, or couldn't afterwards; nothing is
    ///   written then
    /// @throws IOException if the folder can't be written to
    public static Path add(Path file, List<Client> clients) throws SettingsException, IOException {
        Path real = file.toRealPath();
        SettingsFile.read(real);
        String old = Files.readString(real);
        String text = with(old, clients);
        Path fresh = real.resolveSibling(real.getFileName() + ".new");
        try {
            SafeFile.write(fresh, text, real);
            requireAdded(real, fresh, old, clients);
            return SafeFile.replace(real, fresh, old);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// The lines to be written for clients, as a list under `clients:`.
    public static String lines(List<Client> clients) {
        return KEY + ":\n" + items(clients, "  ", "\n");
    }

    /// Everything but the new clients must read as before.
    private static void requireAdded(Path real, Path fresh, String old, List<Client> clients)
            throws SettingsException, IOException {
        List<Client> tail;
        try {
            List<ClientSettings> all = SettingsFile.read(fresh).settings().clients();
            tail =
                    all.subList(Math.max(0, all.size() - clients.size()), all.size()).stream()
                            .map(ClientSettings::client)
                            .toList();
        } catch (SettingsException e) {
            throw refused(real, String.valueOf(e.getMessage()));
        }
        if (!tail.equals(clients)
                || !rest(Files.readString(fresh), tail.size()).equals(rest(old, 0))) {
            throw refused(real, "the other settings would have changed");
        }
    }

    /// What a text says besides its last clients.
    private static JsonNode rest(String text, int last) throws IOException {
        JsonNode tree = new YAMLMapper().readTree(text);
        if (tree instanceof ObjectNode root) {
            ArrayNode clients = root.path(KEY) instanceof ArrayNode list ? list : root.arrayNode();
            for (int i = 0; i < last; i++) {
                clients.remove(clients.size() - 1);
            }
            root.set(KEY, clients);
        }
        return tree;
    }

    private static SettingsException refused(Path file, String why) {
        return new SettingsException(
                file,
                0,
                "the clients can't be added by themselves ("
                        + why
                        + "); nothing was written, add them by hand");
    }

    /// The text with clients added.
    static String with(String text, List<Client> clients) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        Optional<NodeTuple> section = section(text);
        if (section.isEmpty()) {
            String gap = text.isEmpty() || text.endsWith("\n") ? "" : end;
            return text + gap + end + KEY + ":" + end + items(clients, "  ", end);
        }
        Node value = section.get().getValueNode();
        if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getFlowStyle() == FlowStyle.FLOW
                    ? inFlow(text, list, clients)
                    : behind(text, list, clients, end);
        }
        return inEmpty(text, section.get(), clients, end);
    }

    private static Optional<NodeTuple> section(String text) {
        Node root;
        try {
            root = new Yaml().compose(new StringReader(text));
        } catch (YAMLException e) {
            throw new IllegalStateException("a configuration that was read isn't YAML", e);
        }
        return root instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple ->
                                tuple.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals(KEY))
                        .findFirst()
                : Optional.empty();
    }

    /// Behind the last line of the last entry, under its dash.
    private static String behind(String text, SequenceNode list, List<Client> clients, String end) {
        int column = list.getStartMark().getColumn();
        int at = endOfLine(text, lastCharacter(text, list));
        String gap = at > 0 && text.charAt(at - 1) == '\n' ? "" : end;
        return text.substring(0, at)
                + gap
                + items(clients, " ".repeat(column), end)
                + text.substring(at);
    }

    private static String inFlow(String text, SequenceNode list, List<Client> clients) {
        int bracket = offset(text, list.getEndMark().getIndex()) - 1;
        StringBuilder more = new StringBuilder();
        for (Client client : clients) {
            more.append(", { ").append(String.join(", ", keys(client))).append(" }");
        }
        return text.substring(0, bracket) + more + text.substring(bracket);
    }

    /// In the place of `[]` or of nothing at all; a remark on that line stays.
    private static String inEmpty(
            String text, NodeTuple section, List<Client> clients, String end) {
        Node value = section.getValueNode();
        int from = offset(text, value.getStartMark().getIndex());
        int to = offset(text, value.getEndMark().getIndex());
        String without = text.substring(0, from) + text.substring(to);
        int at = endOfLine(without, offset(text, section.getKeyNode().getEndMark().getIndex()));
        String gap = at > 0 && without.charAt(at - 1) == '\n' ? "" : end;
        return without.substring(0, at) + gap + items(clients, "  ", end) + without.substring(at);
    }

    /// One behind the last character that a node itself holds: a block ends where the next begins.
    private static int lastCharacter(String text, Node node) {
        return switch (node) {
            case SequenceNode list when list.getFlowStyle() != FlowStyle.FLOW ->
                    lastCharacter(text, list.getValue().getLast());
            case MappingNode mapping when mapping.getFlowStyle() != FlowStyle.FLOW ->
                    lastCharacter(text, mapping.getValue().getLast().getValueNode());
            default -> offset(text, node.getEndMark().getIndex());
        };
    }

    /// Marks count code points, strings UTF-16 units.
    private static int offset(String text, int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    private static int endOfLine(String text, int from) {
        int lineFeed =
                from > 0 && text.charAt(from - 1) == '\n' ? from - 1 : text.indexOf('\n', from);
        return lineFeed < 0 ? text.length() : lineFeed + 1;
    }

    private static String items(List<Client> clients, String indent, String end) {
        StringBuilder items = new StringBuilder();
        for (Client client : clients) {
            String lead = "- ";
            for (String key : keys(client)) {
                items.append(indent).append(lead).append(key).append(end);
                lead = "  ";
            }
        }
        return items.toString();
    }

    private static List<String> keys(Client client) {
        List<String> keys = new ArrayList<>();
        keys.add("id: " + quoted(client.id().value()));
        keys.add("name: " + quoted(client.name()));
        if (!client.domains().isEmpty()) {
            keys.add("domains: " + list(client.domains().stream().sorted().toList()));
        }
        if (!client.addresses().isEmpty()) {
            keys.add("addresses: " + list(client.addresses().stream().sorted().toList()));
        }
        client.zone().ifPresent(zone -> keys.add("zone: " + zone.getId()));
        return keys;
    }

    private static String list(List<String> values) {
        return "[" + String.join(", ", values.stream().map(ClientsSection::quoted).toList()) + "]";
    }

    /// As it is where YAML reads it as that text and nothing else, in quotes otherwise.
    private static String quoted(String value) {
        boolean word =
                !value.isEmpty()
                        && Character.isLetter(value.charAt(0))
                        && value.chars()
                                .allMatch(c ->
                                        Character.isLetterOrDigit(c) || "@.-_ ".indexOf(c) >= 0)
                        && !value.endsWith(" ")
                        && !value.contains(" -")
                        && !RESERVED.contains(value.toLowerCase(Locale.ROOT));
        return word ? value : "'" + value.replace("'", "''") + "'";
    }
}
