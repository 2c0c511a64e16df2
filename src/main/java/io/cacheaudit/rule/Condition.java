package io.cacheaudit.rule;

import java.util.Set;

/** A compiled test over the fields of one subject. Safe for several threads. */
public interface Condition {
    /** The condition as the rule writes it. */
    String text();

    /** Every field the condition names. */
    Set<String> fields();

    /** Never throws for what the values are: an evaluation that fails is an ERROR. */
    Ternary test(Values values);
}
