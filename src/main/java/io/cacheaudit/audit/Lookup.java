package io.cacheaudit.audit;

import io.cacheaudit.text.NearestName;
import io.cacheaudit.text.Provenance;
import io.cacheaudit.text.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers single questions to the engine; the member {@code ask} of a question names who answers it. */
public final class Lookup {
    private static final String SOURCE = "answer";

    private final Map<String, Function<Tree.Fields, Tree>> questions;

    /** @param questions the answering functions by the word that {@code ask} holds */
    public Lookup(Map<String, Function<Tree.Fields, Tree>> questions) {
        this.questions = new TreeMap<>(questions);
    }

    /** The answer; a question that is not understood has {@code {"problem": …}} in its place. */
    public Tree answer(Tree.Fields question) {
        if (!(question.get("ask") instanceof Tree.Scalar ask) || ask.type() != Tree.Type.STRING) {
            return problem("ask: expected one of " + questions.keySet());
        }
        Function<Tree.Fields, Tree> answering = questions.get(ask.text());
        return answering == null
                ? problem("ask: expected one of " + questions.keySet()
                        + NearestName.hint(ask.text(), List.copyOf(questions.keySet())))
                : answering.apply(question);
    }

    /** What stands in place of an answer to a question that was not understood. */
    public static Tree problem(String message) {
        Provenance at = Provenance.whole(SOURCE);
        return new Tree.Fields(
                at, Map.of("problem", new Tree.Field(at, new Tree.Scalar(at, Tree.Type.STRING, message))));
    }
}
