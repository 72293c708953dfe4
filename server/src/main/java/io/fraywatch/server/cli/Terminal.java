package io.fraywatch.server.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What the user looks at.
///
/// @param live whether it is a screen, on which lines may be drawn over
/// @param colours whether it shows colours and the user wants them
/// @param width in characters
record Terminal(boolean live, boolean colours, int width) {
    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;

    /// A file or a pipe.
    static final Terminal NONE = new Terminal(false, false, USUAL_WIDTH);

    /// The one this process talks to; `NO_COLOR` and `COLUMNS` are honoured.
    static Terminal ofProcess(Map<String, String> environment) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return NONE;
        }
        boolean colours =
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        return new Terminal(
                true,
                colours,
                Math.max(LEAST_WIDTH, width(environment.getOrDefault("COLUMNS", ""))));
    }

    private static int width(String columns) {
        if (columns.matches("\\d{1,4}")) {
            return Integer.parseInt(columns);
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(Path.of("/dev/tty").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String[] size =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                            .strip()
                            .split(" ", -1);
            boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
            return ended && size.length == 2 && size[1].matches("[1-9]\\d{0,3}")
                    ? Integer.parseInt(size[1])
                    : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String amber(String text) {
        return paint("33", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
