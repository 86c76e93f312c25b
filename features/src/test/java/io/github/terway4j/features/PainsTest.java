package io.github.terway4j.features;

import static io.cucumber.core.options.Constants.GLUE_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What has gone wrong with the network of other clusters, played on the simulated kernel: it takes faults and hours. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("io.github.terway4j.pains")
@ConfigurationParameter(
        key = GLUE_PROPERTY_NAME,
        value = "io.github.terway4j.features.steps,io.github.terway4j.features.onsimulatedkernel")
final class PainsTest {}
