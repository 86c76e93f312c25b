package io.github.terway4j.simulator.openapi;

import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** A small cloud behind a door, at a time that stands still until it is told to pass. */
final class Stand {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final CloudScene scene = CloudScene.small(7, 3, () -> now);
    final Identities identities = Identities.ofOwner(Client.KEY, Client.SECRET);
    final Client client;

    Stand() {
        this(UnaryOperator.identity());
    }

    Stand(UnaryOperator<OpenApi> changes) {
        var region = new CloudRegion("cn-hangzhou", Identity.ACCOUNT, scene.cloud());
        var door = changes.apply(OpenApi.of(region, identities, () -> now)).door(1);
        client = new Client(door, () -> now);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    String vSwitch() {
        return scene.vSwitches().getFirst().text();
    }

    String securityGroup() {
        return scene.securityGroup().text();
    }
}
