package io.github.terway4j.adapters.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.terway4j.ports.out.Tasks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The way to the cluster's API server. A request is made once: who asks again, and when, is decided by who needs the answer.
 */
public final class ApiServer implements AutoCloseable {
    /** Who we are to those who look at which fields are whose, and at who asks. */
    static final String OURSELVES = "terway-daemon";

    private static final String HOST = "KUBERNETES_SERVICE_HOST";

    /** Chosen: a pod's start waits for it. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final Duration CONNECTION = Duration.ofSeconds(5);

    private final RequestPace pace = new RequestPace();
    private final KubernetesClient client;

    /** Sets what we want in the configuration itself: a copy would not know any more where its token is renewed. */
    private ApiServer(Config config) {
        config.setUserAgent("terway4j");
        config.setConnectionTimeout((int) CONNECTION.toMillis());
        config.setRequestTimeout((int) ANSWER.toMillis());
        config.setRequestRetryBackoffLimit(0);
        config.setWatchReconnectLimit(0);
        // All requests on one connection would all hang with it when its other end has silently gone.
        config.setHttp2Disable(true);
        this.client = new KubernetesClientBuilder()
                .withConfig(config)
                .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("pace", pace))
                // One that waits must not hold up the others, as it would where all share a few threads.
                .withTaskExecutor(task -> Thread.ofVirtual().name("api server").start(task))
                // Looks for no kinds beyond those that we name.
                .withKubernetesSerialization(new KubernetesSerialization(new ObjectMapper(), false))
                .build();
    }

    /**
     * The one whose pod we are, as the service account that the pod has.
     *
     * @throws IllegalArgumentException in words, where we are in no pod
     */
    public static ApiServer ofServiceAccount(Map<String, String> environment) {
        if (environment.getOrDefault(HOST, "").isBlank()) {
            throw new IllegalArgumentException(
                    "this is no pod of a cluster (%s is not set): name one by --kubeconfig".formatted(HOST));
        }
        return new ApiServer(Config.autoConfigure(""));
    }

    /**
     * The one that the file's current context names.
     *
     * @throws IllegalArgumentException in words, where it names none
     */
    public static ApiServer ofKubeconfig(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("%s cannot be read".formatted(file));
        }
        try {
            return new ApiServer(Config.fromKubeconfig(file.toFile()));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException(
                    "%s is no kubeconfig: %s".formatted(file, Failure.words(malformed)), malformed);
        }
    }

    /** The one at this URL, as nobody in particular. */
    static ApiServer at(String url) {
        return new ApiServer(
                new ConfigBuilder(Config.empty()).withMasterUrl(url).build());
    }

    /**
     * From now on requests wait for their turn.
     *
     * @param perSecond how many there are; 0 for as many as there are
     * @param burst so many at once after a quiet while; 0 for those of a second
     */
    public void limit(double perSecond, int burst, Tasks tasks) {
        if (perSecond > 0) {
            pace.limit(perSecond, burst, tasks);
        }
    }

    KubernetesClient client() {
        return client;
    }

    /** Ends what is being watched, too. */
    @Override
    public void close() {
        client.close();
    }
}
