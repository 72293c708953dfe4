package io.fraywatch.server.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The few files that pages need: style, script and icon. Browsers keep them and ask whether they
/// changed.
@Path("/assets/{name}")
public final class AssetResource {
    private static final Map<String, String> TYPES =
            Map.of(
                    "fraywatch.css", "text/css;charset=utf-8",
                    "fraywatch.svg", "image/svg+xml",
                    "htmx-2.0.10.min.js", "text/javascript;charset=utf-8");

    @GET
    public Response file(@PathParam("name") String name, @Context Request request) {
        String type =
                Optional.ofNullable(TYPES.get(name))
                        .orElseThrow(() -> new ProblemException(Problem.notFound()));
        byte[] bytes = read(name);
        EntityTag tag = tag(bytes);
        CacheControl askFirst = new CacheControl();
        askFirst.setNoCache(true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(bytes, type) : unchanged)
                .tag(tag)
                .cacheControl(askFirst)
                .build();
    }

    private static byte[] read(String name) {
        try (InputStream file = AssetResource.class.getResourceAsStream("assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("asset " + name + " isn't packed");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EntityTag tag(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return new EntityTag(HexFormat.of().toHexDigits((int) sum.getValue()));
    }
}
