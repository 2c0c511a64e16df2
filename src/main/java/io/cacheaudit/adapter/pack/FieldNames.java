package io.cacheaudit.adapter.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import io.cacheaudit.rule.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The dotted names of a parsed condition. CEL itself reports a misspelt name by its root only. */
final class FieldNames {
    private final Vocabulary<?> vocabulary;
    private final CelSource source;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, CelSourceLocation> unknown = new LinkedHashMap<>();

    private FieldNames(Vocabulary<?> vocabulary, CelSource source) {
        this.vocabulary = vocabulary;
        this.source = source;
    }

    static FieldNames of(CelAbstractSyntaxTree parsed, Vocabulary<?> vocabulary) {
        FieldNames names = new FieldNames(vocabulary, parsed.getSource());
        names.visit(parsed.getExpr());
        return names;
    }

    Set<String> known() {
        return known;
    }

    /** Names outside the vocabulary, each with the place of its first letter. */
    Map<String, CelSourceLocation> unknown() {
        return unknown;
    }

    private void visit(CelExpr expression) {
        switch (expression.getKind()) {
            case IDENT, SELECT -> {
                String name = name(expression);
                if (name != null) {
                    name(name, root(expression));
                } else {
                    visit(expression.select().operand());
                }
            }
            case CALL -> {
                expression.call().target().ifPresent(this::visit);
                expression.call().args().forEach(this::visit);
            }
            case LIST -> expression.list().elements().forEach(this::visit);
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    visit(entry.key());
                    visit(entry.value());
                });
            case STRUCT -> expression.struct().entries().forEach(entry -> visit(entry.value()));
            case CONSTANT, COMPREHENSION, NOT_SET -> {}
        }
    }

    private void name(String name, CelExpr root) {
        if (vocabulary.field(name).isPresent()) {
            known.add(name);
            return;
        }
        Integer offset = source.getPositionsMap().get(root.id());
        CelSourceLocation location = offset == null
                ? CelSourceLocation.NONE
                : source.getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
        unknown.putIfAbsent(name, location);
    }

    /** The dotted name an expression is, or null where it is none. */
    private static @Nullable String name(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return expression.ident().name();
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return null;
        }
        String operand = name(expression.select().operand());
        return operand == null ? null : operand + "." + expression.select().field();
    }

    private static CelExpr root(CelExpr expression) {
        CelExpr root = expression;
        while (root.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            root = root.select().operand();
        }
        return root;
    }
}
