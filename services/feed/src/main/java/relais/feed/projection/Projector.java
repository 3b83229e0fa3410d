package relais.feed.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Applies events to the read model: one read, the fold in memory, one write. */
public final class Projector {

    private final ReadModel model;
    private final Consumer<List<Step>> projected;

    /** What was looked up last: mostly for the very events that are to be applied next. */
    private volatile Map<String, Card> lookedUp = Map.of();

    /**
     * A projector onto this model.
     *
     * @param projected told of what has been written, after the store acknowledged it
     */
    public Projector(ReadModel model, Consumer<List<Step>> projected) {
        this.model = model;
        this.projected = projected;
    }

    /** The version of the last event applied, for each of these; an absent one has none. */
    public Map<String, Long> versions(Set<String> aggregateIds) {
        Map<String, Card> latest = model.latest(aggregateIds);
        lookedUp = latest;
        var versions = new HashMap<String, Long>();
        latest.forEach((id, card) -> versions.put(id, card.version()));
        return versions;
    }

    /**
     * Applies events that follow what the model has, in order per aggregate. Those it already has
     * are left out.
     *
     * @return what was written
     * @throws IllegalStateException if an event cannot follow: nothing was written
     */
    public List<Step> apply(List<CardEvent> events) {
        Map<String, Card> latest = new HashMap<>(latest(events));
        var steps = new ArrayList<Step>(events.size());
        for (CardEvent event : events) {
            Card previous = latest.get(event.stamp().aggregateId());
            if (previous != null && event.stamp().sequence() <= previous.version()) {
                continue;
            }
            Step step = step(previous, event);
            latest.put(step.card().aggregateId(), step.card());
            steps.add(step);
        }
        if (!steps.isEmpty()) {
            model.write(steps);
            projected.accept(steps);
        }
        return steps;
    }

    /**
     * If what was looked up is what these events follow, it needs no second look: a version is a
     * function of the one before it and the event, also if another writer has meanwhile written it.
     */
    private Map<String, Card> latest(List<CardEvent> events) {
        Map<String, Card> known = lookedUp;
        lookedUp = Map.of();
        Set<String> ids = new LinkedHashSet<>();
        boolean follow = true;
        for (CardEvent event : events) {
            Card card = known.get(event.stamp().aggregateId());
            if (ids.add(event.stamp().aggregateId())) {
                follow &= event.stamp().sequence() == (card == null ? 1 : card.version() + 1);
            }
        }
        return follow ? known : model.latest(ids);
    }

    private static Step step(@Nullable Card previous, CardEvent event) {
        Card card = CardFold.fold(previous, event);
        return new Step(
                previous,
                card,
                ActivityFold.activity(card, event).orElse(null),
                event.stamp().log());
    }
}
