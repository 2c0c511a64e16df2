package io.cacheaudit.adapter.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.cacheaudit.rule.Condition;
import io.cacheaudit.rule.ConditionCompiler;
import io.cacheaudit.rule.Field;
import io.cacheaudit.rule.FieldType;
import io.cacheaudit.rule.Vocabulary;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Provenance;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in CEL. Every field is a typed variable under its dotted name; macros are off, for the vocabulary holds no
 * lists. For one thread; the conditions it makes are for any.
 */
public final class CelConditions implements ConditionCompiler {
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();
    private final Map<Vocabulary<?>, CelCompiler> compilers = new IdentityHashMap<>();

    @Override
    public @Nullable Condition compile(String text, Vocabulary<?> vocabulary, Provenance at, List<Problem> problems) {
        CelCompiler compiler = compilers.computeIfAbsent(vocabulary, CelConditions::compiler);
        CelValidationResult parsed = compiler.parse(text);
        if (report(parsed, at, problems)) {
            return null;
        }
        try {
            FieldNames names = FieldNames.of(parsed.getAst(), vocabulary);
            names.unknown()
                    .forEach((name, location) ->
                            problems.add(new Problem(place(location, at), vocabulary.unknownField(name))));
            if (!names.unknown().isEmpty()) {
                return null;
            }
            CelValidationResult checked = compiler.check(parsed.getAst());
            if (report(checked, at, problems)) {
                return null;
            }
            CelAbstractSyntaxTree tree = checked.getAst();
            return new CelCondition(text, runtime.createProgram(tree), tree, names.known());
        } catch (CelValidationException | CelEvaluationException failed) {
            problems.add(new Problem(at, "condition: not usable"));
            return null;
        }
    }

    private static CelCompiler compiler(Vocabulary<?> vocabulary) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros()
                .setResultType(SimpleType.BOOL);
        for (Field<?> field : vocabulary.fields()) {
            builder.addVar(field.path(), type(field.type()));
        }
        return builder.build();
    }

    private static CelType type(FieldType type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
        };
    }

    private static boolean report(CelValidationResult result, Provenance at, List<Problem> problems) {
        for (CelIssue issue : result.getErrors()) {
            String message = issue.getMessage().lines().findFirst().orElse("").strip();
            problems.add(new Problem(place(issue.getSourceLocation(), at), "condition: " + message));
        }
        return result.hasError();
    }

    /** CEL counts lines from 1 and columns, in code points, from 0. */
    private static Provenance place(CelSourceLocation location, Provenance at) {
        return at.isWhole() || location.getLine() < 1
                ? at
                : new Provenance(
                        at.source(),
                        at.line() + location.getLine() - 1,
                        at.column() + Math.max(0, location.getColumn()));
    }
}
