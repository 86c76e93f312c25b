package io.github.terway4j.app.stage;

import io.github.terway4j.simulator.cloud.CloudScene;
import io.github.terway4j.simulator.openapi.OpenApi;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.openapi.wire.WireServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/** A small simulated cloud that any client can talk to over HTTP, until it is closed. Its time is the machine's. */
public final class HttpCloud implements AutoCloseable {
    public static final String REGION = "cn-hangzhou";
    public static final String ACCESS_KEY_ID = "testid";
    public static final String SECRET = "testsecret";

    private static final int INSTANCES = 3;

    private final CloudScene scene;
    private final WireServer server;

    private HttpCloud(CloudScene scene, WireServer server) {
        this.scene = scene;
        this.server = server;
    }

    /**
     * Port 0 takes any free one.
     *
     * @throws IOException if the address cannot be had
     */
    public static HttpCloud open(InetSocketAddress address, long seed) throws IOException {
        var clock = InstantSource.system();
        var scene = CloudScene.small(seed, INSTANCES, clock);
        var region = new CloudRegion(REGION, Identity.ACCOUNT, scene.cloud());
        var identities = Identities.ofOwner(ACCESS_KEY_ID, SECRET);
        var door = OpenApi.of(region, identities, clock).door(seed);
        return new HttpCloud(scene, WireServer.open(address).mount("/", door));
    }

    /** As a client names it: {@code 127.0.0.1:18080}. */
    public String authority() {
        return server.authority();
    }

    public CloudScene scene() {
        return scene;
    }

    /** What is there to begin with. Everything else is found through the API. */
    public void describe(PrintStream out) {
        out.println("ECS 2014-05-26 and VPC 2016-04-28 at http://" + authority());
        out.println("  region          " + REGION);
        out.println("  access key      %s, secret %s".formatted(ACCESS_KEY_ID, SECRET));
        out.println("  VPC             " + scene.vpc());
        for (var vSwitch : scene.cloud().vSwitches()) {
            out.println("  vSwitch         %s in %s: %s".formatted(vSwitch.id(), vSwitch.zone(), vSwitch.cidrs()));
        }
        out.println("  security group  " + scene.securityGroup());
        for (var instance : scene.instances()) {
            out.println("  instance        %s in %s: %s"
                    .formatted(instance.id(), instance.zone(), instance.limits().instanceType()));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
