package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpClientType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.policy.retry.RetryPolicy;
import com.aliyuncs.profile.DefaultProfile;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The library's client, set up so that nothing about a call is left to its defaults. */
final class Clients {
    /** A SYN that is lost is sent again after one second and after three; whoever has not answered then is away. */
    private static final Duration CONNECT = Duration.ofSeconds(4);
    /** Terway's. Making an ENI may take seconds, and whoever hangs up too early must look whether it was made. */
    private static final Duration READ = Duration.ofSeconds(20);
    /** Calls at the same time: more than a node's loops make, and few enough not to be a burst. */
    private static final int AT_ONCE = 16;
    /** For one of these to become free. */
    private static final Duration CONNECTION = Duration.ofSeconds(10);
    /** Shorter than the cloud keeps an idle connection: a call on one that it has just closed would be lost. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final AliyunEndpoints endpoints;
    private final AtomicReference<Optional<Signing>> latest = new AtomicReference<>(Optional.empty());

    Clients(AliyunEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** A client that signs with these; the same as last time, while they are the same. */
    IAcsClient with(Credentials credentials) {
        return latest.updateAndGet(known -> known.filter(
                                signing -> signing.credentials().equals(credentials))
                        .or(() -> Optional.of(new Signing(credentials, client(credentials)))))
                .orElseThrow()
                .client();
    }

    private record Signing(Credentials credentials, IAcsClient client) {}

    private IAcsClient client(Credentials credentials) {
        var profile = DefaultProfile.getProfile(endpoints.region().text());
        profile.setHttpClientConfig(checked(connections()));
        profile.setCloseTrace(true);
        var client = new DefaultAcsClient(profile, signer(credentials));
        client.appendUserAgent("terway4j", "0.1.0");
        return client;
    }

    private static AlibabaCloudCredentials signer(Credentials credentials) {
        return switch (credentials) {
            case Credentials.AccessKey(var id, var secret) -> new BasicCredentials(id, secret);
            case Credentials.Temporary(var id, var secret, var token, var _) ->
                new BasicSessionCredentials(id, secret, token);
        };
    }

    private static HttpClientConfig checked(HttpClientConfig config) {
        config.setClientType(HttpClientType.Custom);
        config.setCustomClientClassName(WholeAnswers.class.getName());
        return config;
    }

    /** The library has one pool of connections in the process: whoever comes first sets its size. */
    static HttpClientConfig connections() {
        var config = HttpClientConfig.getDefault();
        config.setMaxRequests(AT_ONCE);
        config.setMaxRequestsPerHost(AT_ONCE);
        config.setConnectionTimeoutMillis(CONNECT.toMillis());
        config.setReadTimeoutMillis(READ.toMillis());
        // The library's name for how long it waits for a connection of the pool.
        config.setWriteTimeoutMillis(CONNECTION.toMillis());
        config.setMaxIdleTimeMillis(IDLE.toMillis());
        config.setKeepAliveDurationMillis(IDLE.toMillis());
        return config;
    }

    /** Tells a request where to go, how, and how long to wait. It is sent once, whatever happens. */
    void address(RpcAcsRequest<?> request) {
        request.setSysRegionId(endpoints.region().text());
        request.setSysEndpoint(host(request.getSysProduct()));
        request.setSysProtocol(
                switch (endpoints.scheme()) {
                    case HTTP -> ProtocolType.HTTP;
                    case HTTPS -> ProtocolType.HTTPS;
                });
        endpoints.headers().forEach(request::putHeaderParameter);
        request.setSysConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
        request.setSysReadTimeout(Math.toIntExact(READ.toMillis()));
        request.setSysRetryPolicy(RetryPolicy.none());
    }

    private String host(String product) {
        return switch (product) {
            case "Ecs" -> endpoints.ecs();
            case "Vpc" -> endpoints.vpc();
            default -> throw new IllegalStateException("nobody has said where " + product + " is called");
        };
    }
}
