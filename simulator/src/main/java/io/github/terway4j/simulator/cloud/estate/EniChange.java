package io.github.terway4j.simulator.cloud.estate;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.simulator.cloud.api.CloudEni;

/** One ENI is from now on as it was not before. */
public sealed interface EniChange {
    record Kept(CloudEni eni) implements EniChange {}

    record Gone(EniId id) implements EniChange {}
}
