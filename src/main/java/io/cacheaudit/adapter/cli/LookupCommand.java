package io.cacheaudit.adapter.cli;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
    public Integer call() throws UnusableInput, IOException {
        byte[] bytes = question == null ? input() : question.getBytes(StandardCharsets.UTF_8);
        Parsed<Tree> parsed = deps.json().get().read("question", bytes);
        if (!parsed.problems().isEmpty()) {
            throw new UnusableInput(parsed.problems().get(0).toString());
        }
        if (!(parsed.value() instanceof Tree.Fields fields)) {
            throw new UnusableInput("expected one question as an object, or {\"questions\": [...]}");
        }
        Function<Tree.Fields, Tree> lookup = deps.lookup().get();
        deps.treeJson().write(fields.get("questions") == null ? lookup.apply(fields) : answers(fields, lookup), out);
        out.print("\n");
        return 0;
    }

    private static Tree answers(Tree.Fields body, Function<Tree.Fields, Tree> lookup) throws UnusableInput {
        if (!(body.get("questions") instanceof Tree.Items questions)) {
            throw new UnusableInput("questions: expected a list");
        }
        List<Tree> answers = new ArrayList<>();
        for (Tree question : questions.items()) {
            if (!(question instanceof Tree.Fields fields)) {
                throw new UnusableInput(question.at() + ": expected a question as an object");
            }
            answers.add(lookup.apply(fields));
        }
        Tree list = new Tree.Items(questions.at(), answers);
        return new Tree.Fields(questions.at(), Map.of("answers", new Tree.Field(questions.at(), list)));
    }

    private byte[] input() throws UnusableInput {
        try {
            byte[] bytes = in.readNBytes(QUESTION_LIMIT + 1);
            if (bytes.length > QUESTION_LIMIT) {
                throw new UnusableInput("standard input: larger than " + QUESTION_LIMIT + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnusableInput("standard input: cannot be read");
        }
    }
}
