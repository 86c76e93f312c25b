package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** See {@link NeedsKernel}. */
final class KernelCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsKernel.class)
                .map(needs -> verdict(obstacle(List.of(needs.value())), RealKernel.mayMissNothing()))
                .orElseGet(() -> enabled("it asks nothing of the kernel by itself"));
    }

    static ConditionEvaluationResult verdict(Optional<String> obstacle, boolean nothingMayBeMissing) {
        if (obstacle.isPresent() && nothingMayBeMissing) {
            throw new IllegalStateException("nothing may be missing under a full kernel: " + obstacle.get());
        }
        return obstacle.map(why -> disabled("skipped: " + why))
                .orElseGet(() -> enabled("the kernel has what it takes"));
    }

    private static Optional<String> obstacle(List<String> features) {
        return RealKernel.obstacle().or(() -> KernelFeatures.missing(features));
    }
}
