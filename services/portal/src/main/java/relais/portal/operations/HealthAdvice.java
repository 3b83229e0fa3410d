package relais.portal.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Rebuild;
import relais.portal.call.Service;

/**
 * The policy of who is woken by what: one sentence for each state that is not as it should be. What
 * has no sentence here is well.
 */
final class HealthAdvice {

    /** A busy moment has as many; they are handled in seconds. */
    static final long USUAL_LAG = 500;

    /** The relay sends at once, and the sweeper after some seconds what it missed. */
    static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    /** Parts of a service's health that have a sentence of their own. */
    private static final Set<String> KNOWN_PARTS =
            Set.of("store schemas recovery partners readers projection diskSpace".split(" "));

    /** What follows from other parts, and is not told twice. */
    private static final Set<String> CONSEQUENCES = Set.of("readinessState", "livenessState");

    private HealthAdvice() {}

    /** The worst first. */
    static List<Advice> of(List<ServiceState> states) {
        List<Advice> advice = new ArrayList<>();
        states.forEach(state -> addTo(advice, state));
        return sorted(advice);
    }

    /** The same about rebuilds of the feed's read model. */
    static List<Advice> ofRebuilds(List<Rebuild> rebuilds) {
        return rebuilds.stream()
                .filter(rebuild -> rebuild.state().equals("FAILED"))
                .map(Rebuild::id)
                .map(id -> watch("rebuild-failed", Service.FEED, id, Paths.rebuild(id)))
                .toList();
    }

    static List<Advice> sorted(List<Advice> advice) {
        return advice.stream().sorted(Comparator.comparing(Advice::level)).toList();
    }

    private static void addTo(List<Advice> advice, ServiceState state) {
        Service service = state.service();
        switch (state.reach()) {
            case AWAY -> advice.add(bad("away", service));
            case UNWELL -> unwell(advice, state);
            case WELL -> {}
        }
        ServiceState.Outbox outbox = state.outbox();
        if (outbox != null && outbox.oldest().compareTo(USUAL_WAIT) > 0) {
            advice.add(bad("outbox", service, outbox.backlog(), Span.of(outbox.oldest())));
        }
        if (state.lag() > USUAL_LAG) {
            advice.add(watch("lag", service, state.lag(), null));
        }
        if (state.parked() > 0) {
            advice.add(watch("parked", service, state.parked(), Paths.parked(service)));
        }
    }

    private static void unwell(List<Advice> advice, ServiceState state) {
        List<String> causes =
                state.downParts().stream().filter(part -> !CONSEQUENCES.contains(part)).toList();
        // The projection, the replicas and the readers are down because the store is.
        List<String> told = causes.contains("store") ? List.of("store") : causes;
        if (told.isEmpty()) {
            advice.add(bad("unwell", state.service()));
        }
        for (String part : told) {
            advice.add(
                    KNOWN_PARTS.contains(part)
                            ? bad("part." + part, state.service())
                            : bad("part", state.service(), part));
        }
    }

    private static Advice bad(String key, Service service, Object... figures) {
        return new Advice(Advice.Level.BAD, key, service, List.of(figures), null);
    }

    private static Advice watch(String key, Service service, Object figure, @Nullable String link) {
        return new Advice(Advice.Level.WATCH, key, service, List.of(figure), link);
    }
}
