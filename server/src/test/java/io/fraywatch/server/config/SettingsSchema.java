package io.fraywatch.server.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the JSON Schema of the configuration from its records; what a key means is taken from the
/// comments of the example.
final class SettingsSchema {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> descriptions;

    /// @param descriptions by key path, such as `smtp.port`
    SettingsSchema(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    ObjectNode make() {
        ObjectNode schema = mapper.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Fraywatch configuration");
        schema.setAll(section("", Settings.class));
        return schema;
    }

    private ObjectNode section(String path, Class<?> record) {
        ObjectNode node = mapper.createObjectNode().put("type", "object");
        ObjectNode properties = node.putObject("properties");
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String key = component.getName();
            String below = path.isEmpty() ? key : path + "." + key;
            ObjectNode value = value(below, component.getAnnotatedType());
            Optional.ofNullable(descriptions.get(below))
                    .ifPresent(words -> value.put("description", words));
            properties.set(key, value);
            if (component.getType() == String.class || component.getType().isEnum()) {
                required.add(key);
            }
        }
        node.put("additionalProperties", false);
        if (!required.isEmpty()) {
            ArrayNode names = node.putArray("required");
            required.forEach(names::add);
        }
        return node;
    }

    private ObjectNode value(String path, AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            AnnotatedType last = arguments[arguments.length - 1];
            Class<?> raw =
                    (Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType();
            if (raw == Optional.class) {
                return value(path, last);
            }
            ObjectNode node = mapper.createObjectNode();
            if (raw == List.class) {
                node.put("type", "array").set("items", value(path, last));
            } else {
                String each = path.equals("tiers") ? "thresholds" : path;
                node.put("type", "object").set("additionalProperties", value(each, last));
            }
            return node;
        }
        return plain(path, (Class<?>) type.getType(), type.getAnnotations());
    }

    private ObjectNode plain(String path, Class<?> type, Annotation[] bounds) {
        if (type.isRecord()) {
            return section(path.endsWith("thresholds") ? "thresholds" : path, type);
        }
        ObjectNode node = mapper.createObjectNode();
        if (type.isEnum()) {
            ArrayNode names = node.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                names.add(nameOf((Enum<?>) constant));
            }
            return node;
        }
        switch (type.getSimpleName()) {
            case "Integer", "int" -> node.put("type", "integer");
            case "Double", "double" -> node.put("type", "number");
            case "Boolean" -> node.put("type", "boolean");
            case "JsonNode" -> node.put("type", "object");
            default -> node.put("type", "string");
        }
        Stream.of(bounds).forEach(bound -> bound(node, bound));
        return node;
    }

    private static void bound(ObjectNode node, Annotation bound) {
        switch (bound) {
            case Min min -> node.put("minimum", min.value());
            case Max max -> node.put("maximum", max.value());
            case DecimalMin min -> node.put("minimum", Double.parseDouble(min.value()));
            case DecimalMax max -> node.put("maximum", Double.parseDouble(max.value()));
            case Positive _ -> node.put("exclusiveMinimum", 0);
            case PositiveOrZero _ -> node.put("minimum", 0);
            default -> {
                // says nothing of the value
            }
        }
    }

    private static String nameOf(Enum<?> constant) {
        try {
            Field field = constant.getDeclaringClass().getField(constant.name());
            return Optional.ofNullable(field.getAnnotation(JsonProperty.class))
                    .map(JsonProperty::value)
                    .orElse(constant.name().toLowerCase(Locale.ROOT));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
