package io.github.terway4j.simulator.scene;

import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.cloud.estate.Objection;
import java.time.Instant;
import java.time.InstantSource;

/** Makes everything in a cloud that nobody will see, for what that cloud has to say against it. */
final class Trial {
    private Trial() {}

    /** What stands on something that was refused is passed over. */
    static void of(Scene scene, Names names, Problems problems) {
        var cloud = new SimulatedCloud(scene.seed(), InstantSource.fixed(Instant.EPOCH), EniTemper.CALM);
        var scenery = new Scenery(cloud);
        for (var part : scene.parts()) {
            if (scenery.has(part.needs())) {
                try {
                    scenery.add(part);
                } catch (IllegalArgumentException | Objection e) {
                    problems.add(
                            names.place(part.name()),
                            "%s: %s".formatted(part.name(), scenery.named(String.valueOf(e.getMessage()))));
                }
            }
        }
    }
}
