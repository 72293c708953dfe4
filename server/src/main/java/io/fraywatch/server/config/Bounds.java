package io.fraywatch.server.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/// Holds the numbers of a record of optional values to the constraints written on them.
///
/// A full validator takes over a second to get going; these six constraints are all that thresholds
/// use.
final class Bounds {
    private Bounds() {}

    /// @throws BadSetting for the first number out of bounds
    static void require(Record section, String... path) {
        require(section, List.<Object>of((Object[]) path));
    }

    private static void require(Record section, List<Object> path) {
        for (RecordComponent component : section.getClass().getRecordComponents()) {
            List<Object> below = YamlLines.join(path, component.getName());
            switch (value(section, component)) {
                case Optional<?> optional
                        when optional.isPresent() && optional.get() instanceof Record inner ->
                        require(inner, below);
                case Optional<?> optional
                        when optional.isPresent() && optional.get() instanceof Number number ->
                        require(
                                number.doubleValue(),
                                constraints(component.getAnnotatedType()),
                                below);
                default -> {
                    // not given, or nothing with bounds
                }
            }
        }
    }

    private static Object value(Record section, RecordComponent component) {
        try {
            return component.getAccessor().invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component + " can't be read", e);
        }
    }

    private static List<Annotation> constraints(AnnotatedType optional) {
        return optional instanceof AnnotatedParameterizedType wrapped
                ? List.of(wrapped.getAnnotatedActualTypeArguments()[0].getAnnotations())
                : List.of();
    }

    private static void require(double value, List<Annotation> constraints, List<Object> path) {
        for (Annotation constraint : constraints) {
            String wrong =
                    switch (constraint) {
                        case Min min when value < min.value() -> "at least " + min.value();
                        case Max max when value > max.value() -> "at most " + max.value();
                        case DecimalMin min when value < Double.parseDouble(min.value()) ->
                                "at least " + min.value();
                        case DecimalMax max when value > Double.parseDouble(max.value()) ->
                                "at most " + max.value();
                        case Positive _ when value <= 0 -> "more than 0";
                        case PositiveOrZero _ when value < 0 -> "at least 0";
                        default -> "";
                    };
            if (!wrong.isEmpty()) {
                throw new BadSetting(path.getLast() + " must be " + wrong, path.toArray());
            }
        }
    }
}
