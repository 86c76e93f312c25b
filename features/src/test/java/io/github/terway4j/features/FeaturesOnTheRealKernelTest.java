package io.github.terway4j.features;

import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The same features, where there is a Linux kernel and root to ask it for namespaces; skipped elsewhere. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("io.github.terway4j.features")
@ConfigurationParameter(
        key = GLUE_PROPERTY_NAME,
        value = "io.github.terway4j.features.steps,io.github.terway4j.features.onrealkernel")
final class FeaturesOnTheRealKernelTest {}
