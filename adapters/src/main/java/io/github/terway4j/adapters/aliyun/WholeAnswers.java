package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpClientFactory;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.IHttpClient;
import com.aliyuncs.profile.DefaultProfile;
import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import java.io.IOException;
import java.util.concurrent.Future;

/**
 * The library's own way over HTTP, which passes on an answer only once it is known to be whole. In a text that was cut off
 * the library's reader goes on past the end, for ever or until it has used up the process's memory, with refusals before
 * it hands anything out. Public since the library makes it, by its name.
 */
public final class WholeAnswers extends IHttpClient {
    private final IHttpClient carrier;

    /** @param custom which names this class, so that the library would make another one by it */
    public WholeAnswers(HttpClientConfig custom) {
        var profile = DefaultProfile.getProfile();
        profile.setHttpClientConfig(Clients.connections());
        carrier = HttpClientFactory.buildClient(profile);
    }

    /** @throws JsonException if the answer calls itself JSON and is not, from its first character to its last */
    @Override
    public HttpResponse syncInvoke(HttpRequest request) throws IOException, ClientException {
        var answer = carrier.syncInvoke(request);
        // XML it reads by the JDK's own means, of an empty body it says so, and anything else it refuses.
        if (answer.getHttpContentType() == FormatType.JSON && answer.getHttpContent() != null) {
            Json.readObject(answer.getHttpContentString());
        }
        return answer;
    }

    @Override
    public Future<HttpResponse> asyncInvoke(HttpRequest request, CallBack callback) {
        throw new UnsupportedOperationException("nobody calls this way");
    }

    /** It has been set up already. */
    @Override
    protected void init(HttpClientConfig config) {}

    @Deprecated
    @Override
    public void ignoreSSLCertificate() {
        throw new UnsupportedOperationException("whoever shows no certificate is not the cloud");
    }

    /** They are never ignored. */
    @Deprecated
    @Override
    public void restoreSSLCertificate() {}

    @Override
    public boolean isSingleton() {
        return carrier.isSingleton();
    }

    @Override
    public void close() throws IOException {
        carrier.close();
    }
}
