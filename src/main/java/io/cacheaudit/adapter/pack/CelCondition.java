package io.cacheaudit.adapter.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import io.cacheaudit.rule.Condition;
import io.cacheaudit.rule.Ternary;
import io.cacheaudit.rule.Values;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A checked CEL program. A variable that is left out makes it answer which expressions were unknown. */
final class CelCondition implements Condition {
    private final String text;
    private final CelRuntime.Program program;
    private final CelAbstractSyntaxTree tree;
    private final Set<String> fields;

    CelCondition(String text, CelRuntime.Program program, CelAbstractSyntaxTree tree, Set<String> fields) {
        this.text = text;
        this.program = program;
        this.tree = tree;
        this.fields = Set.copyOf(fields);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Ternary test(Values values) {
        CelVariableResolver resolver =
                name -> fields.contains(name) ? values.get(name).known().map(Object.class::cast) : Optional.empty();
        try {
            Object answer = program.eval(resolver);
            if (answer instanceof CelUnknownSet unknown) {
                return Ternary.unknown(missed(unknown, values));
            }
            return answer instanceof Boolean holds
                    ? Ternary.of(holds)
                    : Ternary.error("the condition did not yield true or false");
        } catch (CelEvaluationException failed) {
            return Ternary.error("evaluation failed with " + failed.getErrorCode());
        } catch (RuntimeException failed) {
            return Ternary.error("evaluation failed");
        }
    }

    private Set<String> missed(CelUnknownSet unknown, Values values) {
        Set<String> missed = new TreeSet<>();
        unknown.unknownExprIds()
                .forEach(id ->
                        tree.getReference(id).map(reference -> reference.name()).ifPresent(missed::add));
        missed.retainAll(fields);
        if (missed.isEmpty()) {
            fields.stream().filter(field -> values.get(field).known().isEmpty()).forEach(missed::add);
        }
        return missed;
    }
}
