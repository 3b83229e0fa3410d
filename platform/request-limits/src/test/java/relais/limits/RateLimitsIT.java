package relais.limits;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A server that lets each address come twice, and again once in a quarter of an hour. */
class RateLimitsIT {

    @Test
    void anAddressIsToldWhenToComeAgainAndCounted() throws Exception {
        try (var server = start(Map.of())) {
            assertThat(statuses(server, "192.0.2.1", "192.0.2.1", "192.0.2.1"))
                    .containsExactly(200, 200, 429);
            assertThat(get(server, "192.0.2.1").headers().firstValue("Retry-After")).isPresent();
            assertThat(
                            server.getBean(MeterRegistry.class)
                                    .get("relais.requests.limited")
                                    .tag("by", "address")
                                    .functionCounter()
                                    .count())
                    .isEqualTo(2);
        }
    }

    /** Else whoever comes too often would only have to write another address into a header. */
    @Test
    void whatAHeaderSaysCountsOnlyFromAProxyOfTheDeployment() throws Exception {
        try (var server = start(Map.of())) {
            assertThat(statuses(server, "192.0.2.1", "192.0.2.2", "192.0.2.3"))
                    .containsExactly(200, 200, 429);
        }
        try (var server = start(Map.of("RELAIS_PROXIES", "127.0.0.0/8"))) {
            assertThat(statuses(server, "192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"))
                    .containsExactly(200, 200, 429, 200);
        }
    }

    private static ServletWebServerApplicationContext start(Map<String, Object> more) {
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Server.class)
                        .properties(
                                Map.of(
                                        "server.port",
                                        0,
                                        "relais.rates.apart",
                                        "10.0.0.0/8",
                                        "relais.rates.address-per-second",
                                        1,
                                        // Of 900 instances each grants its share: two at once.
                                        "relais.rates.address-burst",
                                        1800,
                                        "relais.rates.instances",
                                        900))
                        .properties(more)
                        .run();
    }

    private static List<Integer> statuses(
            ServletWebServerApplicationContext server, String... addresses) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (String address : addresses) {
            statuses.add(get(server, address).statusCode());
        }
        return statuses;
    }

    private static HttpResponse<String> get(
            ServletWebServerApplicationContext server, String forwardedFor) throws Exception {
        int port = requireNonNull(server.getWebServer()).getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                            .header("X-Forwarded-For", forwardedFor)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {

        @Bean
        RequestRefusal refusal() {
            return (_, response) -> response.getWriter().write("not now");
        }

        @RestController
        static class Page {

            @GetMapping("/")
            String page() {
                return "here";
            }
        }
    }
}
