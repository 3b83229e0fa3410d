package relais.portal.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import relais.portal.api.ActuatorApi;
import relais.portal.api.CommitteeApi;
import relais.portal.api.ContributionsApi;
import relais.portal.api.CountingApi;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.HistoryApi;
import relais.portal.api.PartnersApi;
import relais.portal.api.SwitchingApi;
import relais.portal.call.Calls;
import relais.portal.call.Changes;
import relais.portal.call.Service;
import relais.portal.call.TooFast;
import relais.portal.call.VisitHeaders;
import relais.portal.operations.Actuators;

/** The other services, as HTTP interfaces. One client for all, so that connections are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
class ServicesConfiguration {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    private final PortalProperties properties;

    ServicesConfiguration(PortalProperties properties) {
        this.properties = properties;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What an answer leaves out is empty: no page asks whether there is a list at all. */
    @Bean
    JsonMapperBuilderCustomizer emptyLists() {
        return json ->
                List.of(List.class, Map.class, SortedMap.class)
                        .forEach(
                                type ->
                                        json.withConfigOverride(
                                                type,
                                                override ->
                                                        override.setNullHandling(
                                                                JsonSetter.Value.forValueNulls(
                                                                        Nulls.AS_EMPTY))));
    }

    @Bean(destroyMethod = "close")
    HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    Calls calls(MessageSource messages) {
        return new Calls(properties.patience(), new TooFast(messages));
    }

    @Bean
    Changes changes(Calls calls, HttpClient http, RestClient.Builder builder) {
        return new Changes(
                calls,
                Stream.of(Service.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        service ->
                                                rest(service, properties.patience(), http, builder))));
    }

    @Bean
    FeedApi feedApi(HttpClient http, RestClient.Builder builder) {
        return client(Service.FEED, FeedApi.class, http, builder);
    }

    @Bean
    PartnersApi partnersApi(HttpClient http, RestClient.Builder builder) {
        return client(Service.PARTNERS, PartnersApi.class, http, builder);
    }

    @Bean
    CommitteeApi committeeApi(HttpClient http, RestClient.Builder builder) {
        return client(Service.CONTRIBUTIONS, CommitteeApi.class, http, builder);
    }

    @Bean
    ContributionsApi contributionsApi(HttpClient http, RestClient.Builder builder) {
        return client(Service.CONTRIBUTIONS, ContributionsApi.class, http, builder);
    }

    @Bean
    ExperiencesApi experiencesApi(HttpClient http, RestClient.Builder builder) {
        return client(Service.EXPERIENCES, ExperiencesApi.class, http, builder);
    }

    @Bean
    HistoryApi historyApi(HttpClient http, RestClient.Builder builder) {
        return client(Service.HISTORY, HistoryApi.class, http, builder);
    }

    @Bean
    CountingApi countingApi(HttpClient http, RestClient.Builder builder) {
        return patientClient(Service.HISTORY, CountingApi.class, http, builder);
    }

    @Bean
    SwitchingApi switchingApi(HttpClient http, RestClient.Builder builder) {
        return patientClient(Service.FEED, SwitchingApi.class, http, builder);
    }

    @Bean
    Actuators actuators(HttpClient http, RestClient.Builder builder) {
        // A service that is not well says so with 503, and the page wants to know what it says.
        RestClient.Builder tolerant =
                builder.clone()
                        .defaultStatusHandler(
                                status -> status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE),
                                (_, _) -> {});
        return new Actuators(
                Stream.of(Service.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        service ->
                                                client(
                                                        service,
                                                        ActuatorApi.class,
                                                        http,
                                                        tolerant))));
    }

    private <A> A client(Service service, Class<A> api, HttpClient http, RestClient.Builder rest) {
        return client(service, api, properties.patience(), http, rest);
    }

    /** For what the page asks on its own thread: nothing else would hold it up any longer. */
    private <A> A patientClient(
            Service service, Class<A> api, HttpClient http, RestClient.Builder rest) {
        return client(service, api, properties.longPatience(), http, rest);
    }

    private <A> A client(
            Service service,
            Class<A> api,
            Duration limit,
            HttpClient http,
            RestClient.Builder builder) {
        return HttpServiceProxyFactory.builderFor(
                        RestClientAdapter.create(rest(service, limit, http, builder)))
                .build()
                .createClient(api);
    }

    private RestClient rest(
            Service service, Duration limit, HttpClient http, RestClient.Builder builder) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(limit);
        return builder.clone()
                .baseUrl(properties.of(service).toString())
                .requestFactory(requests)
                .requestInterceptor(new VisitHeaders())
                .build();
    }
}
