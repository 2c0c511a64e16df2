package io.cacheaudit.audit;

import io.cacheaudit.rule.RulePack;
import io.cacheaudit.text.Problem;
import io.cacheaudit.text.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Port: the rules directory. Everything in it is read and checked when the source is made. */
public interface RuleSource {
    /** The tables of {@code precedence/} by file name without {@code .yaml}. */
    Map<String, Tree> precedence();

    RulePack pack();

    /** The cases of every rule, by rule and name. */
    List<RuleCase> cases();

    /** The rules directory cannot be used; every problem is named with its place. */
    final class LoadException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        public LoadException(List<Problem> problems) {
            super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
            this.problems = problems.stream().sorted().toList();
        }

        public List<Problem> problems() {
            return problems;
        }
    }
}
