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
import org.springframework.context.annotation.Import;
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
import relais.portal.api.NoticesApi;
import relais.portal.api.PartnersApi;
import relais.portal.api.SwitchingApi;
import relais.portal.call.Calls;
import relais.portal.call.Changes;
import relais.portal.call.FileTransfers;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.call.TooFast;
import relais.portal.call.VisitHeaders;
import relais.portal.operations.States;

/** The other services, as HTTP interfaces. One client for all, so that connections are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
@Import(ServicesConfiguration.Clients.class)
class ServicesConfiguration {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    /** A picture is looked into, and kept in two sizes, before its service answers. */
    private static final Duration FILE_LIMIT = Duration.ofSeconds(30);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What an answer leaves out is empty: no page asks whether there is a list at all. */
    @Bean
    JsonMapperBuilderCustomizer emptyLists() {
        var empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
        return json -> {
            for (Class<?> type : List.of(List.class, Map.class, SortedMap.class)) {
                json.withConfigOverride(type, override -> override.setNullHandling(empty));
            }
        };
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
    Calls calls(PortalProperties properties, MessageSource messages) {
        return new Calls(properties.patience(), new TooFast(messages));
    }

    /** Makes the interfaces of the services. */
    record Clients(
            PortalProperties properties, Calls calls, HttpClient http, RestClient.Builder builder) {

        <A> Remote<A> remote(Service service, Class<A> api) {
            return remote(service, api, properties.patience(), builder);
        }

        /** For what the page asks on its own thread: nothing else would hold it up any longer. */
        <A> Remote<A> patient(Service service, Class<A> api) {
            return remote(service, api, properties.longPatience(), builder);
        }

        <A> Remote<A> remote(
                Service service, Class<A> api, Duration limit, RestClient.Builder requests) {
            var adapter = RestClientAdapter.create(rest(service, limit, requests));
            return new Remote<>(
                    service,
                    HttpServiceProxyFactory.builderFor(adapter).build().createClient(api),
                    calls);
        }

        RestClient rest(Service service, Duration limit, RestClient.Builder requests) {
            var factory = new JdkClientHttpRequestFactory(http);
            factory.setReadTimeout(limit);
            return requests.clone()
                    .baseUrl(properties.of(service).toString())
                    .requestFactory(factory)
                    .requestInterceptor(new VisitHeaders())
                    .build();
        }
    }

    @Bean
    Changes changes(Clients to) {
        return new Changes(
                to.calls(),
                each(service -> to.rest(service, to.properties().patience(), to.builder())));
    }

    @Bean
    FileTransfers fileTransfers(Clients to) {
        var factory = new JdkClientHttpRequestFactory(to.http());
        factory.setReadTimeout(FILE_LIMIT);
        // Without the interceptor of the others, which would hold a body in memory.
        return new FileTransfers(
                to.calls(),
                to.builder()
                        .clone()
                        .baseUrl(to.properties().of(Service.EXPERIENCES).toString())
                        .requestFactory(factory)
                        .build());
    }

    @Bean
    Remote<FeedApi> feedApi(Clients to) {
        return to.remote(Service.FEED, FeedApi.class);
    }

    @Bean
    Remote<PartnersApi> partnersApi(Clients to) {
        return to.remote(Service.PARTNERS, PartnersApi.class);
    }

    @Bean
    Remote<CommitteeApi> committeeApi(Clients to) {
        return to.remote(Service.CONTRIBUTIONS, CommitteeApi.class);
    }

    @Bean
    Remote<ContributionsApi> contributionsApi(Clients to) {
        return to.remote(Service.CONTRIBUTIONS, ContributionsApi.class);
    }

    @Bean
    Remote<ExperiencesApi> experiencesApi(Clients to) {
        return to.remote(Service.EXPERIENCES, ExperiencesApi.class);
    }

    @Bean
    Remote<HistoryApi> historyApi(Clients to) {
        return to.remote(Service.HISTORY, HistoryApi.class);
    }

    @Bean
    Remote<NoticesApi> noticesApi(Clients to) {
        return to.remote(Service.NOTICES, NoticesApi.class);
    }

    @Bean
    Remote<CountingApi> countingApi(Clients to) {
        return to.patient(Service.HISTORY, CountingApi.class);
    }

    @Bean
    Remote<SwitchingApi> switchingApi(Clients to) {
        return to.patient(Service.FEED, SwitchingApi.class);
    }

    @Bean
    States states(Clients to) {
        // A service that is not well says so with 503, and the page wants to know what it says.
        RestClient.Builder tolerant =
                to.builder()
                        .clone()
                        .defaultStatusHandler(
                                status -> status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE),
                                (_, _) -> {});
        Duration limit = to.properties().patience();
        return new States(each(service -> to.remote(service, ActuatorApi.class, limit, tolerant)));
    }

    private static <T> Map<Service, T> each(Function<Service, T> make) {
        return Stream.of(Service.values()).collect(Collectors.toMap(Function.identity(), make));
    }
}
