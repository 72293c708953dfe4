package io.fraywatch.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Asks on the terminal what wasn't given as an option.
final class Questions {
    private final Call call;
    private final boolean silent;
    private final BufferedReader lines;

    Questions(Call call) {
        this.call = call;
        this.silent = call.text("address").isPresent();
        this.lines =
                new BufferedReader(
                        new InputStreamReader(call.console().in(), StandardCharsets.UTF_8));
    }

    String ask(String option, String question, String usual) throws IOException, Failure {
        if (call.text(option).isPresent()) {
            return call.required(option);
        }
        String answer = silent ? "" : line(question + (usual.isEmpty() ? "" : " [" + usual + "]"));
        if (answer.isEmpty() && usual.isEmpty()) {
            throw new Failure(Exit.USAGE, question + "? Give it with --" + option);
        }
        return answer.isEmpty() ? usual : answer;
    }

    String askPassword() throws IOException, Failure {
        if (silent) {
            throw new Failure(
                    Exit.USAGE, "no password: name a file that holds it with --password-file");
        }
        java.io.Console hidden = call.console().terminal().live() ? System.console() : null;
        String password =
                hidden == null
                        ? typedPassword()
                        : Optional.ofNullable(
                                        hidden.readPassword(
                                                "Password (an app password, where the provider has them): "))
                                .map(String::new)
                                .orElse("");
        if (password.isBlank()) {
            throw new Failure(Exit.USAGE, "no password was given; run init again");
        }
        return password.strip();
    }

    /// Empty lines are passed over: whoever presses Enter once too often means no password by it.
    private String typedPassword() throws IOException {
        call.console().remark("Password:");
        call.console().flush();
        return lines.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    }

    /// Asks something that is taken for a yes unless answered otherwise; where nobody can answer,
    /// it is a no.
    boolean agrees(String question) throws IOException {
        if (silent) {
            return false;
        }
        call.console().remark(question + " [Y/n]");
        call.console().flush();
        Optional<String> answer = Optional.ofNullable(lines.readLine()).map(String::strip);
        return answer.filter(a -> a.isEmpty() || a.toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    /// What is typed; whoever asks more reads on here.
    BufferedReader lines() {
        return lines;
    }

    private String line(String question) throws IOException {
        call.console().remark(question + ":");
        call.console().flush();
        return Optional.ofNullable(lines.readLine()).orElse("").strip();
    }
}
