package io.fraywatch.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fraywatch.server.json.Json;
import java.io.InputStream;
import java.io.PrintStream;

/// Where a command talks: results to one side, remarks to the other.
final class Console {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;
    private final boolean json;
    private final ObjectMapper mapper = Json.newMapper();

    /// @param json whether results are JSON lines and nothing else may stand between them
    Console(InputStream in, PrintStream out, PrintStream err, Terminal terminal, boolean json) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    InputStream in() {
        return in;
    }

    Terminal terminal() {
        return terminal;
    }

    /// A line of the result for people; with `--json` it isn't shown.
    void say(String line) {
        if (!json) {
            out.println(line);
        }
    }

    /// A paragraph of the result for people, wrapped to the terminal's width.
    ///
    /// @param indent how many spaces its lines begin with
    void sayWrapped(int indent, String text) {
        if (!json) {
            Wrapping.wrap(text, terminal.width() - indent)
                    .forEach(line -> out.println(" ".repeat(indent) + line));
        }
    }

    /// One object of the result for programs, written at once; without `--json` it isn't shown.
    void emit(Object shape) {
        if (json) {
            line(shape);
        }
    }

    /// One object of the result of a command that knows nothing but JSON.
    void line(Object shape) {
        try {
            out.println(mapper.writeValueAsString(shape));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a " + shape.getClass().getSimpleName() + " can't be written as JSON", e);
        }
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /// A remark about the work, apart from its result.
    void remark(String line) {
        err.println(line);
    }

    /// Shows how far something has come, in place of what was last shown there.
    void status(String line) {
        err.print("\r\u001b[K" + line);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /// Whether nobody listens to the results any more.
    boolean broken() {
        return out.checkError();
    }
}
