package io.github.terway4j.app.stage;

import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.ports.out.Credentials;
import io.github.terway4j.simulator.cloud.EniTemper;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.openapi.operation.CloudRegion;
import io.github.terway4j.simulator.openapi.ram.Identities;
import io.github.terway4j.simulator.openapi.ram.Identity;
import io.github.terway4j.simulator.scene.Scene;
import io.github.terway4j.simulator.scene.SceneFile;
import io.github.terway4j.simulator.scene.SceneReading;
import io.github.terway4j.simulator.scene.Scenery;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulated cloud that any client can talk to over HTTP, until it is closed. It begins as a scene says. */
public final class HttpCloud implements AutoCloseable {
    /** Of the scene that needs no file. */
    public static final String REGION = "cn-hangzhou";
    /** The only one who may call in the scene that needs no file. */
    public static final String ACCESS_KEY_ID = "testid";

    public static final String SECRET = "testsecret";

    private final SystemTasks tasks = new SystemTasks();
    private final Scene scene;
    private final SimulatedCloud cloud;
    private final Map<String, String> ids;
    private final CloudDoor door;

    private HttpCloud(InetSocketAddress address, Scene scene) {
        this.scene = scene;
        cloud = new SimulatedCloud(scene.seed(), tasks, EniTemper.CALM);
        var scenery = Scenery.of(scene, cloud);
        ids = scenery.ids();
        var region = new CloudRegion(scene.region(), scene.account(), cloud);
        door = CloudDoor.open(
                address, region, metadata(scene, scenery), identities(scene), scene.rates(), scene.seed(), tasks);
    }

    /**
     * With two zones, three instances and one access key that may do everything.
     *
     * @param address port 0 takes any free one
     * @throws java.io.UncheckedIOException if the address cannot be had
     */
    public static HttpCloud small(InetSocketAddress address) {
        return new HttpCloud(address, SceneFile.builtIn());
    }

    /**
     * As a scene file says.
     *
     * @throws IllegalArgumentException naming everything that is wrong with the file, a line each
     */
    public static HttpCloud of(Path file, InetSocketAddress address) {
        return switch (SceneFile.read(file)) {
            case SceneReading.Accepted(var scene) -> new HttpCloud(address, scene);
            case SceneReading.Refused(var problems) ->
                throw new IllegalArgumentException(file + " is refused:\n  " + String.join("\n  ", problems));
        };
    }

    private static Map<InstanceId, Scene.Metadata> metadata(Scene scene, Scenery scenery) {
        return scene.instances().stream()
                .collect(Collectors.toMap(it -> new InstanceId(scenery.id(it.name())), Scene.Instance::metadata));
    }

    private static Identities identities(Scene scene) {
        var identities = new Identities();
        for (var key : scene.accessKeys()) {
            identities.add(
                    new Credentials.AccessKey(key.id(), key.secret()),
                    new Identity(key.id(), scene.account(), key.policy()));
        }
        return identities;
    }

    /** As a client names it: {@code 127.0.0.1:18080}. */
    public String authority() {
        return door.authority();
    }

    /** What stands for {@code http://100.100.100.200} on this instance. */
    public URI metadata(InstanceId instance) {
        return door.metadata(instance);
    }

    public SimulatedCloud cloud() {
        return cloud;
    }

    /** What is there to begin with. Everything else is found through the API. */
    public void describe(PrintStream out) {
        out.println("ECS 2014-05-26 and VPC 2016-04-28 at http://" + authority());
        line(out, "region", scene.region());
        scene.accessKeys().forEach(key -> line(out, "access key", "%s, secret %s".formatted(key.id(), key.secret())));
        scene.vpcs().forEach(vpc -> line(out, "VPC", "%s: %s".formatted(id(vpc.name()), vpc.blocks())));
        scene.vSwitches()
                .forEach(it -> line(out, "vSwitch", "%s in %s: %s".formatted(id(it.name()), it.zone(), it.blocks())));
        scene.securityGroups().forEach(group -> line(out, "security group", id(group.name())));
        scene.instances().forEach(it -> line(out, "instance", "%s: %s".formatted(id(it.name()), it.type())));
        scene.enis().forEach(eni -> line(out, "ENI", id(eni.name())));
        line(out, "metadata", "http://%s/<instance>/latest/meta-data/".formatted(authority()));
    }

    private static void line(PrintStream out, String what, String words) {
        out.println("  %-16s%s".formatted(what, words));
    }

    private String id(String name) {
        return "%s (%s)".formatted(ids.get(name), name);
    }

    @Override
    public void close() {
        door.close();
        tasks.close();
    }
}
