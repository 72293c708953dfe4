package io.fraywatch.server.web;

import io.dropwizard.core.setup.Environment;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Puts up what all pages share.
public final class Web {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private Web() {}

    /// Call it before any feature registers.
    ///
    /// @param moreHosts names besides the loopback ones that browsers may call us by, without port
    /// @return what the features make their pages with
    public static Pages install(
            Environment environment, Templates templates, Set<String> moreHosts) {
        Set<String> hosts = new HashSet<>(LOOPBACK);
        moreHosts.forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        environment
                .servlets()
                .addFilter("door", new DoorFilter(hosts))
                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        environment.jersey().register(new AssetResource());
        environment.jersey().register(new FormsOnly());
        BareErrorHandler bare = new BareErrorHandler();
        environment.getApplicationContext().setErrorHandler(bare);
        environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(bare));
        Pages pages = new Pages(templates);
        environment.jersey().register(new ProblemMapper(pages));
        environment.jersey().register(new BrokenPromiseMapper(pages));
        return pages;
    }
}
