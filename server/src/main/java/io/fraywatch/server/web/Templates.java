package io.fraywatch.server.web;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Fills our templates. Those ending in `.ftlh` escape every value for HTML. Safe for many threads.
public final class Templates {
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    public Templates() {
        configuration.setTemplateLoader(
                new ClassTemplateLoader(Templates.class, "/io/fraywatch/server"));
        configuration.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    /// Fills one template.
    ///
    /// @param name its path below `io/fraywatch/server`, such as `flags/today.ftlh`
    /// @param model a record or bean whose properties the template names
    public String render(String name, Object model) {
        try {
            StringWriter out = new StringWriter();
            configuration.getTemplate(name).process(model, out);
            return out.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + name + " doesn't fit its model", e);
        } catch (IOException e) {
            throw new UncheckedIOException("template " + name + " can't be read", e);
        }
    }
}
