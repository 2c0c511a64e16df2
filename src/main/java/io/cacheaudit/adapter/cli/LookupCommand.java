package io.cacheaudit.adapter.cli;

import io.cacheaudit.text.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lookup}: single questions to the engine, as {@code POST /lookups} takes and answers them. */
@Command(name = "lookup", description = "Answers a question, or {\"questions\": [...]}, in JSON.")
final class LookupCommand implements Callable<Integer> {
    private static final int QUESTION_LIMIT = 16 << 20;

    private final Dependencies deps;
    private final PrintStream out;
    private final InputStream in;

    @Parameters(arity = "0..1", paramLabel = "JSON", description = "The question; without it, standard input.")
    private @Nullable String question;

    LookupCommand(Dependencies deps, PrintStream out, InputStream in) {
        this.deps = deps;
        this.out = out;
        this.in = in;
    }

    @Override
    public Integer call() throws UnusableInput {
        Parsed<String> answer = deps.lookup().apply(question == null ? input() : question);
        if (answer.value() == null) {
            throw new UnusableInput(
                    answer.problems().isEmpty()
                            ? "the question cannot be understood"
                            : answer.problems().get(0).toString());
        }
        out.print(answer.value().stripTrailing() + "\n");
        return 0;
    }

    private String input() throws UnusableInput {
        try {
            byte[] bytes = in.readNBytes(QUESTION_LIMIT + 1);
            if (bytes.length > QUESTION_LIMIT) {
                throw new UnusableInput("standard input: larger than " + QUESTION_LIMIT + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableInput("standard input: cannot be read");
        }
    }
}
