package io.fraywatch.server.json;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/// How the shapes are written.
public final class Json {
    /// The version that field `v` of every shape carries.
    public static final int VERSION = 1;

    private Json() {}

    /// A mapper that writes the shapes of this package, one line an object.
    public static ObjectMapper newMapper() {
        return JsonMapper.builder()
                .addModule(new Jdk8Module())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
    }
}
