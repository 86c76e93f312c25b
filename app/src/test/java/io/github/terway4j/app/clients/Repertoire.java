package io.github.terway4j.app.clients;

import io.github.terway4j.adapters.aliyun.AliyunApi;
import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.adapters.aliyun.AliyunInstanceFacts;
import io.github.terway4j.adapters.aliyun.AliyunRouteTable;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.cloud.api.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All that the product ever asks of the cloud, each deed once; it ends with the first that is not done. */
final class Repertoire {
    /** Longer than anything takes in a calm cloud. */
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private static final Cidr PODS = Cidr.parse("172.16.1.0/24");

    /** A deed that was not done, and why. */
    record Failure(String deed, CloudOutcome<?> outcome) {}

    private final CloudAtItsDoor door;
    private final Instance instance;
    private final CloudNetwork network;
    private final RouteTable routes;
    private final AliyunInstanceFacts facts;
    private Optional<Failure> failure = Optional.empty();

    Repertoire(CloudAtItsDoor door, AliyunApi api) {
        this.door = door;
        this.instance = door.scene().instances().getFirst();
        this.network = new AliyunCloudNetwork(api, Optional.empty());
        this.routes = new AliyunRouteTable(api, door.scene().vpc(), Optional.empty());
        this.facts = new AliyunInstanceFacts(api, door.metadata(instance.id()));
    }

    /** What every node does. */
    Optional<Failure> ofANode() {
        play("learning what the instance may have", facts::read);
        play("asking for vSwitches", () -> network.vSwitches(List.of(instance.vSwitch())));
        var eni = play("making an ENI", () -> network.create(wanted(), token("eni")))
                .map(Eni::id)
                .orElseGet(() -> new EniId("eni-never-made"));
        play("attaching it", () -> network.attach(eni, instance.id()));
        play("looking at the instance's ENIs", () -> network.enisOf(instance.id()));
        comeAndGo(eni, IpFamily.V4);
        play("detaching it", () -> network.detach(eni, instance.id()));
        play("deleting it", () -> network.delete(eni));
        return failure;
    }

    /** What it does beside, where pods have IPv6 addresses. */
    Optional<Failure> withIpv6() {
        comeAndGo(instance.primaryEni(), IpFamily.V6);
        return failure;
    }

    /** What is done where pods are reached by routes of the VPC. */
    Optional<Failure> withRoutes() {
        play("looking at the VPC's routes", routes::routes);
        play("adding a route", () -> routes.add(PODS, instance.id(), token("route")));
        play("removing a route", () -> routes.remove(PODS, instance.id()));
        return failure;
    }

    private void comeAndGo(EniId eni, IpFamily family) {
        var given = play(
                        "asking for an address of " + words(family),
                        () -> network.assign(eni, family, 1, token("" + family)))
                .orElseGet(List::of);
        play("giving back the address of " + words(family), () -> network.unassign(eni, List.<Ip>copyOf(given)));
    }

    private static String words(IpFamily family) {
        return switch (family) {
            case V4 -> "IPv4";
            case V6 -> "IPv6";
        };
    }

    private <T> Optional<T> play(String deed, Supplier<CloudOutcome<T>> call) {
        if (failure.isPresent()) {
            return Optional.empty();
        }
        var outcome = call.get();
        door.pass(A_WHILE);
        return switch (outcome) {
            case CloudOutcome.Done<T>(var value) -> Optional.of(value);
            case CloudOutcome<T> other -> {
                failure = Optional.of(new Failure(deed, other));
                yield Optional.empty();
            }
        };
    }

    private NewEni wanted() {
        return new NewEni(
                instance.id(),
                instance.vSwitch(),
                List.of(door.scene().securityGroup()),
                2,
                0,
                Map.of("creator", "terway"));
    }

    private static ClientToken token(String text) {
        return new ClientToken(text);
    }
}
