package relais.contributions.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Actor;
import relais.contributions.domain.Circumstances;
import relais.contributions.domain.Known;
import relais.contributions.domain.Needs;
import relais.contributions.domain.Partner;
import relais.contributions.domain.PartnerId;
import relais.contributions.domain.TerritoryMap;

/** Gathers what a decision depends on, so that the decision itself looks nothing up. */
public final class GatherCircumstances {

    private final Partners partners;
    private final Experiences experiences;
    private final Cards cards;
    private final TerritoryMap territories;
    private final Clock clock;

    public GatherCircumstances(
            Partners partners,
            Experiences experiences,
            Cards cards,
            TerritoryMap territories,
            Clock clock) {
        this.partners = partners;
        this.experiences = experiences;
        this.cards = cards;
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * @param lastEventAt of the aggregate; absent for a creation
     */
    Circumstances of(Request request, Needs needs, @Nullable Instant lastEventAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Two machines' clocks differ a little; the order of events must not show it.
        if (lastEventAt != null && now.isBefore(lastEventAt)) {
            now = lastEventAt;
        }
        Instant at = request.occurredAt() == null ? now : request.occurredAt();
        // The answer to an event of an archive: at its time, or when the aggregate had got to.
        if (request.cause() != null && lastEventAt != null && at.isBefore(lastEventAt)) {
            at = lastEventAt;
        }
        return circumstances(request.actor(), needs, at.truncatedTo(ChronoUnit.MILLIS), now);
    }

    /** For someone who only reads. */
    public Circumstances ofReading(Actor actor, Needs needs) {
        Instant now = clock.instant();
        return circumstances(actor, needs, now, now);
    }

    private Circumstances circumstances(Actor actor, Needs needs, Instant at, Instant now) {
        Known known =
                new Known(
                        partners.findAll(needs.partners()),
                        needs.signatories() ? partners.signatories() : Set.of(),
                        experiences.findAll(needs.experiences()),
                        all(needs.cards(), cards::find));
        return new Circumstances(actor, partner(actor.partner()), known, territories, at, now);
    }

    private static <K, V> Map<K, V> all(Collection<K> keys, Function<K, Optional<V>> find) {
        Map<K, V> found = new HashMap<>();
        keys.forEach(key -> find.apply(key).ifPresent(value -> found.put(key, value)));
        return found;
    }

    private @Nullable Partner partner(@Nullable PartnerId id) {
        return id == null ? null : partners.find(id).orElse(null);
    }
}
