package io.fraywatch.server.cli;

import io.fraywatch.analyze.Thresholds;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values of thresholds by their keys, such as `weOweAReply.afterBusinessDays`.
final class ThresholdValues {
    private ThresholdValues() {}

    static Map<String, Object> of(Thresholds thresholds) {
        Map<String, Object> values = new LinkedHashMap<>();
        collect(thresholds, "", values);
        return values;
    }

    private static void collect(Record section, String prefix, Map<String, Object> values) {
        for (RecordComponent component : section.getClass().getRecordComponents()) {
            String key = prefix + component.getName();
            switch (value(section, component)) {
                case Record inner -> collect(inner, key + ".", values);
                case Object value -> values.put(key, value);
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
}
