package io.cacheaudit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for the programs that {@link NeedsTool} names. */
final class ToolCondition implements ExecutionCondition {
    private final Map<String, String> environment;

    ToolCondition() {
        this(System.getenv());
    }

    ToolCondition(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsTool.class)
                .map(needs -> evaluate(context.getDisplayName(), needs.value()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no tool"));
    }

    ConditionEvaluationResult evaluate(String test, String... tools) {
        String absent = Arrays.stream(tools).filter(tool -> !isInstalled(tool)).collect(Collectors.joining(", "));
        if (absent.isEmpty()) {
            return ConditionEvaluationResult.enabled("every tool is installed");
        }
        String reason = test + " needs " + absent;
        if ("true".equals(environment.get("CI"))) {
            throw new IllegalStateException(reason + ", and with CI=true nothing is skipped");
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private boolean isInstalled(String tool) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, tool)));
    }
}
