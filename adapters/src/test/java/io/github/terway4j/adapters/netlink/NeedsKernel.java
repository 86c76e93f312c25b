package io.github.terway4j.adapters.netlink;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of them, for kernels that have these features, which are called as {@code
 * deploy/test/kernel-features.sh} calls them. They are tried first. Where one is missing the test is skipped, with the
 * kernel's own words; but under a full kernel it fails, so that each such test has its turn somewhere.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(KernelCondition.class)
@interface NeedsKernel {
    String[] value();
}
