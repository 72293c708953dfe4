package io.fraywatch.server.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what never reaches a page (a broken request line, an oversize header) with one plain
/// sentence and all the headers.
final class BareErrorHandler extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.set((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.write(true, sentence(response.getStatus()), callback);
        return true;
    }

    private static ByteBuffer sentence(int status) {
        String text =
                "Fraywatch could not answer this request ("
                        + status
                        + " "
                        + HttpStatus.getMessage(status)
                        + "). Start again from its first page.\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
