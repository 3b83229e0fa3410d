package relais.portal.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.portal.api.ActuatorApi;
import relais.portal.api.ActuatorApi.Health;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Service;

/** Asks all services how they fare, side by side. */
public record States(Map<Service, Remote<ActuatorApi>> actuators) {

    private static final String STARTED = "process_start_time_seconds";
    private static final String LAG = "relais_consumer_lag";
    private static final String PARKED = "relais_consumer_parked";
    private static final String BACKLOG = "relais_outbox_backlog";
    private static final String OLDEST = "relais_outbox_oldest_age_seconds";
    private static final List<String> GAUGES = List.of(STARTED, LAG, PARKED, BACKLOG, OLDEST);

    /** In the order of {@link Service}. */
    List<ServiceState> look() {
        return Stream.of(Service.values()).map(this::ask).toList().stream()
                .map(PendingState::answer)
                .toList();
    }

    private record PendingState(
            Service service,
            Pending<Health> health,
            Pending<ActuatorApi.About> info,
            Pending<String> metrics) {

        ServiceState answer() {
            Answer<Health> said = health.answer();
            return said.content()
                    .map(found -> state(found, info.answer(), metrics.answer()))
                    .orElseGet(() -> ServiceState.away(service));
        }

        private ServiceState state(
                Health found, Answer<ActuatorApi.About> build, Answer<String> gauges) {
            Metrics known = Metrics.of(gauges.content().orElse(""));
            return new ServiceState(
                    service,
                    found.isUp() ? ServiceState.Reach.WELL : ServiceState.Reach.UNWELL,
                    down(found),
                    build.content().map(States::version).orElse(null),
                    started(known),
                    readers(known),
                    outbox(known));
        }
    }

    private PendingState ask(Service service) {
        Remote<ActuatorApi> actuator = Objects.requireNonNull(actuators.get(service), service::key);
        return new PendingState(
                service,
                actuator.start(ActuatorApi::health),
                actuator.start(ActuatorApi::about),
                actuator.start(api -> api.metrics(GAUGES)));
    }

    private static List<String> down(Health health) {
        return health.components().entrySet().stream()
                .filter(part -> !part.getValue().isUp())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static @Nullable String version(ActuatorApi.About info) {
        return info.build() == null ? null : info.build().version();
    }

    private static @Nullable Instant started(Metrics gauges) {
        OptionalDouble seconds = gauges.most(STARTED);
        return seconds.isPresent()
                ? Instant.ofEpochMilli(Math.round(seconds.getAsDouble() * 1000))
                : null;
    }

    private static List<ServiceState.Reader> readers(Metrics gauges) {
        Map<String, Double> lags = gauges.sums(LAG, "group");
        return gauges.sums(PARKED, "group").entrySet().stream()
                .map(
                        parked ->
                                new ServiceState.Reader(
                                        parked.getKey(),
                                        Math.round(lags.getOrDefault(parked.getKey(), 0.0)),
                                        Math.round(parked.getValue())))
                .toList();
    }

    private static ServiceState.@Nullable Outbox outbox(Metrics gauges) {
        OptionalDouble backlog = gauges.sum(BACKLOG);
        return backlog.isPresent()
                ? new ServiceState.Outbox(
                        Math.round(backlog.getAsDouble()),
                        Duration.ofMillis(Math.round(gauges.most(OLDEST).orElse(0) * 1000)))
                : null;
    }
}
