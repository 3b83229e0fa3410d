package relais.notices.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one message. The address is looked up once for each connection, and what the connection is
 * made to is what was checked: a name that turns to another address in between leads nowhere. No
 * redirect is followed, no answer is read, and nothing takes longer than the limit.
 */
public final class WebhookSender implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** In all, whatever comes drop by drop. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final int LONGEST = 500;

    private final boolean anywhere;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService limits =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-limits").factory());

    /**
     * What became of a message.
     *
     * @param status of HTTP; 0 if there was no answer
     * @param problem absent if it was taken
     */
    record Sent(int status, Optional<String> problem) {}

    /**
     * @param anywhere whether plain HTTP and addresses that are not public are let through, as in a
     *     test
     */
    public WebhookSender(boolean anywhere) {
        this.anywhere = anywhere;
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(Timeout.of(CONNECT))
                                        .setSocketTimeout(Timeout.of(ANSWER))
                                        .build())
                        .build();
        this.http =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setResponseTimeout(Timeout.of(ANSWER))
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .setUserAgent("Relais-Webhooks/1")
                        .build();
    }

    private final class CheckedNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = InetAddress.getAllByName(host);
            for (InetAddress each : found) {
                if (!anywhere && !PublicAddresses.include(each)) {
                    throw new UnknownHostException("not a public address");
                }
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** What is wrong with an address before anything is looked up: a code of a violation. */
    Optional<String> fault(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("webhook-url");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException noAddress) {
            return Optional.of("webhook-url");
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(plain && anywhere)) {
            return Optional.of("webhook-https");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("webhook-url");
        }
        return Optional.empty();
    }

    /** The same once the name is looked up; a name that is not known now may be later. */
    Optional<String> faultOfName(String url) {
        try {
            new CheckedNames().resolve(URI.create(url).getHost());
            return Optional.empty();
        } catch (UnknownHostException notPublicOrUnknown) {
            return Optional.of("webhook-address");
        }
    }

    Sent send(Webhook webhook, WebhookMessage message, Instant now) {
        HttpPost post = new HttpPost(webhook.url());
        post.setEntity(
                new StringEntity(
                        message.body(),
                        ContentType.create("application/cloudevents+json", "UTF-8")));
        String id = message.id().replace(':', '_');
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader(
                "webhook-signature",
                WebhookSignature.of(webhook.secret(), id, now, message.body()));
        ScheduledFuture<?> limit =
                limits.schedule(post::abort, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            // What the answer says beside its status is nobody's business; the connection ends.
            int status =
                    http.execute(
                            post,
                            response -> {
                                int code = response.getCode();
                                post.abort();
                                return code;
                            });
            return taken(status)
                    ? new Sent(status, Optional.empty())
                    : new Sent(status, Optional.of("HTTP " + status));
        } catch (IOException failure) {
            return new Sent(0, Optional.of(String.valueOf(failure.getMessage())));
        } finally {
            limit.cancel(false);
        }
    }

    private static boolean taken(int status) {
        return status >= 200 && status < 300;
    }

    @Override
    public void close() {
        limits.shutdownNow();
        try {
            http.close();
        } catch (IOException ending) {
            throw new IllegalStateException(ending);
        }
    }
}
