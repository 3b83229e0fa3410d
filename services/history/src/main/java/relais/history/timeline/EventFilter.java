package relais.history.timeline;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;

/**
 * Which events someone asks for; empty or null means any. All must hold. Everything but the axis is
 * said by the headers, so that what is not wanted is never decoded.
 *
 * @param territory the territory or one that it lay in on the event's day, as {@code scheme:code}
 * @param partner whose the event is, as {@code ce_partner} says, or what it happened to: all that
 *     was done to a partner or to what is its own, whoever did it
 * @param types names such as {@code ExperiencePublished}, with or without their package
 * @param aggregates identifiers of what it happened to
 * @param axes at least one of them is among the event's own axes
 * @param from happened then or later
 * @param to happened before then
 * @param loggedFrom the log got it then or later
 * @param loggedTo the log got it before then
 */
public record EventFilter(
        @Nullable String territory,
        @Nullable String partner,
        Set<String> types,
        Set<String> aggregates,
        Set<String> axes,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant loggedFrom,
        @Nullable Instant loggedTo) {

    public static final EventFilter ANY =
            new EventFilter(null, null, Set.of(), Set.of(), Set.of(), null, null, null, null);

    public EventFilter {
        types = Set.copyOf(types);
        aggregates = Set.copyOf(aggregates);
        axes = Set.copyOf(axes);
    }

    /** Where a territory lay on a day. */
    @FunctionalInterface
    public interface Geography {

        /** Whether the first is the second, or lay wholly inside it, when something happened. */
        boolean isWithin(String inner, String outer, Instant at);
    }

    /**
     * Whether the headers fit. A record that is no event fits only who asks for everything.
     *
     * @param envelope null for a record that is no event
     */
    public boolean fits(Instant appendedAt, @Nullable Envelope envelope, Geography geography) {
        if (loggedFrom != null && appendedAt.isBefore(loggedFrom)) {
            return false;
        }
        if (loggedTo != null && !appendedAt.isBefore(loggedTo)) {
            return false;
        }
        return envelope == null ? asksNothingOfHeaders() : fits(envelope, geography);
    }

    private boolean asksNothingOfHeaders() {
        return territory == null
                && partner == null
                && types.isEmpty()
                && aggregates.isEmpty()
                && axes.isEmpty()
                && from == null
                && to == null;
    }

    private boolean fits(Envelope event, Geography geography) {
        return (types.isEmpty() || types.contains(event.name()) || types.contains(event.type()))
                && (aggregates.isEmpty() || aggregates.contains(event.aggregateId()))
                && (partner == null
                        || partner.equals(event.partner())
                        || partner.equals(event.aggregateId()))
                && (from == null || !event.time().isBefore(from))
                && (to == null || event.time().isBefore(to))
                && (territory == null
                        || geography.isWithin(event.territory(), territory, event.time()));
    }

    /** Whether the decoded event's own axes fit. */
    public boolean fitsAxes(Set<String> own) {
        return axes.isEmpty() || own.stream().anyMatch(axes::contains);
    }
}
