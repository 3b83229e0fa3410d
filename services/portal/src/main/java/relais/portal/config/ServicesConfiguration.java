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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
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
import relais.portal.call.Remote;
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
                calls, each(service -> rest(service, properties.patience(), http, builder)));
    }

    @Bean
    Remote<FeedApi> feedApi(Calls calls, HttpClient http, RestClient.Builder builder) {
        return remote(Service.FEED, FeedApi.class, calls, http, builder);
    }

    @Bean
    Remote<PartnersApi> partnersApi(Calls calls, HttpClient http, RestClient.Builder builder) {
        return remote(Service.PARTNERS, PartnersApi.class, calls, http, builder);
    }

    @Bean
    Remote<CommitteeApi> committeeApi(Calls calls, HttpClient http, RestClient.Builder builder) {
        return remote(Service.CONTRIBUTIONS, CommitteeApi.class, calls, http, builder);
    }

    @Bean
    Remote<ContributionsApi> contributionsApi(
            Calls calls, HttpClient http, RestClient.Builder builder) {
        return remote(Service.CONTRIBUTIONS, ContributionsApi.class, calls, http, builder);
    }

    @Bean
    Remote<ExperiencesApi> experiencesApi(
            Calls calls, HttpClient http, RestClient.Builder builder) {
        return remote(Service.EXPERIENCES, ExperiencesApi.class, calls, http, builder);
    }

    @Bean
    Remote<HistoryApi> historyApi(Calls calls, HttpClient http, RestClient.Builder builder) {
        return remote(Service.HISTORY, HistoryApi.class, calls, http, builder);
    }

    @Bean
    Remote<CountingApi> countingApi(Calls calls, HttpClient http, RestClient.Builder builder) {
        return patient(Service.HISTORY, CountingApi.class, calls, http, builder);
    }

    @Bean
    Remote<SwitchingApi> switchingApi(Calls calls, HttpClient http, RestClient.Builder builder) {
        return patient(Service.FEED, SwitchingApi.class, calls, http, builder);
    }

    @Bean
    Actuators actuators(Calls calls, HttpClient http, RestClient.Builder builder) {
        // A service that is not well says so with 503, and the page wants to know what it says.
        RestClient.Builder tolerant =
                builder.clone()
                        .defaultStatusHandler(
                                status -> status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE),
                                (_, _) -> {});
        return new Actuators(
                each(service -> remote(service, ActuatorApi.class, calls, http, tolerant)));
    }

    private static <T> Map<Service, T> each(Function<Service, T> make) {
        return Stream.of(Service.values()).collect(Collectors.toMap(Function.identity(), make));
    }

    private <A> Remote<A> remote(
            Service service,
            Class<A> api,
            Calls calls,
            HttpClient http,
            RestClient.Builder builder) {
        return new Remote<>(
                service, client(service, api, properties.patience(), http, builder), calls);
    }

    /** For what the page asks on its own thread: nothing else would hold it up any longer. */
    private <A> Remote<A> patient(
            Service service,
            Class<A> api,
            Calls calls,
            HttpClient http,
            RestClient.Builder builder) {
        return new Remote<>(
                service, client(service, api, properties.longPatience(), http, builder), calls);
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
