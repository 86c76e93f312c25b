package io.github.terway4j.features;

import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/**
 * Those features that ask of a kernel what others may lack. The rest is as good on the kernel of any machine, and a guest
 * is slow; so the profile full-kernel runs these alone, and its name is not that of a test that every build runs.
 */
@Suite
@IncludeEngines("cucumber")
@SelectClasspathResource("io/github/terway4j/features/11-ipvlan.feature")
@SelectClasspathResource("io/github/terway4j/features/13-network-priority.feature")
@SelectClasspathResource("io/github/terway4j/features/14-a-member-for-each-pod.feature")
@ConfigurationParameter(
        key = GLUE_PROPERTY_NAME,
        value = "io.github.terway4j.features.steps,io.github.terway4j.features.onrealkernel")
final class FeaturesUnderAFullKernelCheck {}
