package relais.contributions.known;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.aggregates.territory.TerritoryMap;

/** Gathers what a decision depends on, so that the decision itself looks nothing up. */
public record GatherCircumstances(
        Partners partners,
        Experiences experiences,
        Cards cards,
        TerritoryMap territories,
        Clock clock) {

    /** Changes aggregates of one kind. */
    public <S, C, E> ChangeAggregate<S, C, E> change(
            NeedingType<S, C, E> type, Aggregates<S, E> aggregates) {
        return new ChangeAggregate<>(
                type,
                aggregates,
                (before, command, actor, at, now) ->
                        circumstances(actor, type.needs(before, command), at, now),
                clock);
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
