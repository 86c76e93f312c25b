package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.aliyun.AliyunApi;
import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.adapters.aliyun.AliyunEndpoints;
import io.github.terway4j.adapters.aliyun.AliyunInstanceFacts;
import io.github.terway4j.adapters.aliyun.AliyunRouteTable;
import io.github.terway4j.adapters.credential.CredentialChain;
import io.github.terway4j.adapters.credential.CredentialChain.Link;
import io.github.terway4j.adapters.credential.FreshCredentials;
import io.github.terway4j.adapters.credential.GivenKey;
import io.github.terway4j.adapters.credential.SecretFolder;
import io.github.terway4j.adapters.credential.TokenFile;
import io.github.terway4j.adapters.metadata.EcsInstanceMetadata;
import io.github.terway4j.adapters.metadata.EcsRoleCredentials;
import io.github.terway4j.adapters.metadata.MetadataClient;
import io.github.terway4j.adapters.metadata.MetadataOptions;
import io.github.terway4j.adapters.worldlink.WorldLink;
import io.github.terway4j.app.config.CloudEnvironment;
import io.github.terway4j.app.config.Credentials;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.CallPacer;
import io.github.terway4j.app.usecase.MeasuredCredentials;
import io.github.terway4j.app.usecase.MeasuredPace;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.eni.VpcId;
import io.github.terway4j.domain.quota.CallBudget;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.ports.out.Tasks;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an agent has of its cloud.
 *
 * @param routeTables those that the configuration names
 */
public record ReachedCloud(InstanceFacts facts, CloudNetwork network, List<RouteTable> routeTables, Runnable end)
        implements AutoCloseable {
    static ReachedCloud ofWorld(WorldLink world, String node, NodeConfig config) {
        return new ReachedCloud(
                world.port(InstanceFacts.class, WorldPorts.facts(node)),
                world.port(CloudNetwork.class, WorldPorts.CLOUD),
                config.routeTables().stream()
                        .map(table -> world.port(RouteTable.class, WorldPorts.routeTable(table)))
                        .toList(),
                () -> {});
    }

    /** All calls of this process share one budget. Where no region is configured, waits until the metadata says one. */
    public static ReachedCloud byOpenApi(URI where, CloudEnvironment environment, NodeConfig config, Tasks tasks) {
        return byOpenApi(where, environment, config, tasks, Meter.NONE);
    }

    /** The same, and tells of each call. */
    static ReachedCloud byOpenApi(
            URI where, CloudEnvironment environment, NodeConfig config, Tasks tasks, Meter meter) {
        var client = new MetadataClient(MetadataOptions.of(where), tasks, meter);
        var metadata = new EcsInstanceMetadata(client);
        var region = config.cloud()
                .region()
                .map(Region::new)
                .orElseGet(() -> RunningNode.answered(metadata::self, tasks).region());
        var budget = new CallBudget(config.cloud().callsPerMinute(), tasks.instant());
        var pacer = new MeasuredPace(new CallPacer(budget, tasks, new SecureRandom()), meter, tasks);
        var credentials = new MeasuredCredentials(credentials(config, client, tasks), meter);
        var api = new AliyunApi(endpoints(environment, region), credentials, pacer);
        return new ReachedCloud(
                new AliyunInstanceFacts(api, metadata),
                new AliyunCloudNetwork(api, config.eni().resourceGroup()),
                routeTables(
                        api,
                        config,
                        () -> RunningNode.answered(metadata::self, tasks).vpc()),
                client::close);
    }

    private static List<RouteTable> routeTables(AliyunApi api, NodeConfig config, Supplier<VpcId> vpc) {
        return config.routeTables().stream()
                .<RouteTable>map(table -> new AliyunRouteTable(api, vpc.get(), Optional.of(table)))
                .toList();
    }

    private static AliyunEndpoints endpoints(CloudEnvironment environment, Region region) {
        return new AliyunEndpoints(
                region,
                switch (environment.scheme()) {
                    case HTTP -> AliyunEndpoints.Scheme.HTTP;
                    case HTTPS -> AliyunEndpoints.Scheme.HTTPS;
                },
                environment.ecs(region),
                environment.vpc(region),
                environment.headers());
    }

    /** As in Terway: a mounted Secret goes before what is configured, and that before the instance's role. */
    private static CredentialSource credentials(NodeConfig config, MetadataClient client, Tasks tasks) {
        var links = new ArrayList<Link>();
        links.add(new Link("the mounted Secret", new SecretFolder(SecretFolder.ADD_ON_SECRET)));
        switch (config.cloud().credentials()) {
            case Credentials.AccessKey(var id, var secret) ->
                links.add(new Link("access_key", GivenKey.of(id.revealed(), secret.revealed())));
            // The cluster writes the file anew while we read it: what we have serves on until its end.
            case Credentials.TokenFile(var path) ->
                links.add(new Link("credential_path", FreshCredentials.eachTime(new TokenFile(path, tasks), tasks)));
            case Credentials.InstanceRole() -> {}
        }
        links.add(
                new Link("the instance's role", FreshCredentials.inTime(new EcsRoleCredentials(client, tasks), tasks)));
        return new CredentialChain(links);
    }

    @Override
    public void close() {
        end.run();
    }
}
