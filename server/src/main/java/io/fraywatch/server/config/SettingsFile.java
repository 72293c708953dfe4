package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fraywatch.source.Secret;
import io.fraywatch.source.SourceException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The configuration file, read and checked.
///
/// Dropwizard's own reader takes over two seconds to get going, too long for a command line; so it
/// only gets the two sections that are its own ([Settings#server], [Settings#logging]), and only
/// where a server is wanted.
public final class SettingsFile {
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final YamlLines lines;
    private final Settings settings;
    private final WorkingTimes workingTimes;

    private SettingsFile(Path file, YamlLines lines, Settings settings) throws SettingsException {
        this.file = file;
        this.lines = lines;
        this.settings = settings;
        this.workingTimes = WorkingTimes.read(this);
    }

    /// @throws SettingsException if the file is missing, unreadable, or says what can't be
    public static SettingsFile read(Path file) throws SettingsException {
        String text = text(file);
        YamlLines lines = YamlLines.of(file, text);
        try {
            YAMLMapper mapper = mapper();
            JsonNode tree = mapper.readTree(text);
            if (tree.isMissingNode() || tree.isNull()) {
                throw new SettingsException(
                        file, 1, "the file is empty; `fraywatch init` writes one");
            }
            Optional<KnownKeys.Unknown> unknown = KnownKeys.firstUnknown(tree, Settings.class);
            if (unknown.isPresent()) {
                throw new SettingsException(
                        file, lines.of(unknown.get().path()), unknown.get().wording());
            }
            return new SettingsFile(file, lines, mapper.treeToValue(tree, Settings.class));
        } catch (JsonMappingException e) {
            throw new SettingsException(file, lines.of(pathOf(e)), wording(e));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SettingsException(file, line, "this isn't YAML: " + e.getOriginalMessage());
        }
    }

    private static String text(Path file) throws SettingsException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new SettingsException(
                        file,
                        0,
                        "this is larger than 1 MiB and so no configuration; name the right file"
                                + " with --config");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new SettingsException(
                    file,
                    0,
                    "there is no such file; `fraywatch init` writes it, or name another with"
                            + " --config FILE");
        } catch (CharacterCodingException e) {
            throw new SettingsException(file, 0, "this isn't UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw new SettingsException(
                    file,
                    0,
                    "the file can't be read ("
                            + e.getMessage()
                            + "); check that it is a file and yours to read");
        }
    }

    static YAMLMapper mapper() {
        YAMLMapper mapper =
                YAMLMapper.builder()
                        .addModule(new Jdk8Module())
                        .addModule(new JavaTimeModule())
                        .enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                        .build();
        mapper.configOverride(List.class)
                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        mapper.configOverride(Map.class)
                .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }

    public Settings settings() {
        return settings;
    }

    /// Who works when.
    public WorkingTimes workingTimes() {
        return workingTimes;
    }

    public Path file() {
        return file;
    }

    /// A path of the configuration; relative ones start at the configuration file.
    public Path resolve(String path) {
        return folder().resolve(path).normalize();
    }

    /// Where everything Fraywatch keeps lies.
    public Path dataDir() {
        return resolve(settings.dataDir().orElse("data"));
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /// Makes sure that every password that is named can be read by us, and by nobody else. Asks no
    /// server.
    public void checkSecrets() throws SettingsException {
        for (int i = 0; i < settings.accounts().size(); i++) {
            AccountSettings account = settings.accounts().get(i);
            requireReadable(
                    account.passwordFile(), account.passwordEnv(), "password", "accounts", i);
            if (account.oauth().isPresent()) {
                OAuthSection oauth = account.oauth().get();
                requireReadable(
                        oauth.clientSecretFile(),
                        oauth.clientSecretEnv(),
                        "clientSecret",
                        "accounts",
                        i,
                        "oauth");
            }
        }
        if (settings.smtp().isPresent()) {
            SmtpSection smtp = settings.smtp().get();
            requireReadable(smtp.passwordFile(), smtp.passwordEnv(), "password", "smtp");
        }
    }

    private void requireReadable(
            Optional<String> secretFile, Optional<String> secretEnv, String name, Object... section)
            throws SettingsException {
        String key = name + (secretFile.isPresent() ? "File" : "Env");
        try {
            if (secretFile.isPresent()) {
                Secret.file(resolve(secretFile.get())).reveal();
            } else if (secretEnv.isPresent()) {
                Secret.environment(secretEnv.get()).reveal();
            }
        } catch (SourceException e) {
            List<Object> path = YamlLines.join(List.of(section), key);
            throw new SettingsException(file, lines.of(path), e.getMessage() + ". " + e.remedy());
        }
    }

    /// A mistake at this key, found by somebody who looks deeper than this reader.
    ///
    /// @param path keys and list positions from the top
    public SettingsException mistake(String what, Object... path) {
        return new SettingsException(file, lines.of(List.of(path)), what);
    }

    /// Likewise, as Jackson found it while reading the part below `path`.
    public SettingsException mistake(JsonMappingException cause, Object... path) {
        List<Object> whole = new ArrayList<>(List.of(path));
        whole.addAll(pathOf(cause));
        return new SettingsException(file, lines.of(whole), wording(cause));
    }

    private static List<Object> pathOf(JsonMappingException e) {
        List<Object> path = new ArrayList<>();
        for (JsonMappingException.Reference step : e.getPath()) {
            path.add(step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName());
        }
        if (e.getCause() instanceof BadSetting bad) {
            path.addAll(bad.path());
        }
        return path;
    }

    private static String wording(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknownKey(unknown);
            case InvalidFormatException format ->
                    "'" + format.getValue() + "' isn't " + expected(format.getTargetType());
            case MismatchedInputException mismatch ->
                    "'" + lastKey(mismatch) + "' must be " + expected(mismatch.getTargetType());
            default ->
                    e.getCause() instanceof BadSetting bad
                            ? String.valueOf(bad.getMessage())
                            : e.getOriginalMessage();
        };
    }

    private static String unknownKey(UnrecognizedPropertyException e) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        return KnownKeys.wording(e.getPropertyName(), known);
    }

    private static String lastKey(JsonMappingException e) {
        String key = "the file";
        for (JsonMappingException.Reference step : e.getPath()) {
            key = step.getFieldName() == null ? key : step.getFieldName();
        }
        return key;
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            java.util.Arrays.stream(type.getEnumConstants())
                                    .map(constant ->
                                            constant.toString().toLowerCase(java.util.Locale.ROOT))
                                    .toList());
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a single word or text";
            case "List", "ArrayList" -> "a list, such as [one, two]";
            case "ZoneId" -> "a time zone; write it like Europe/Berlin or America/New_York";
            case "LocalDate" -> "a day; write it like 2026-12-23";
            case "LocalTime" -> "a time of day; write it like \"07:00\"";
            default -> "a group of keys, indented below it";
        };
    }
}
