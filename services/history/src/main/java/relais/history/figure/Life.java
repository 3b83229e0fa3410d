package relais.history.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.View.Event;
import relais.history.figure.EventKind.Effect;

/**
 * Where an aggregate stands after an event: a pure function of where it stood before and the event.
 * Figures agree with the feed because the rules are the same; no code is shared, so that each can
 * prove the other.
 *
 * @param opening its first event
 * @param text the event that says what it says now
 * @param latest its last event
 * @param shown whether readers see it, or saw it once: an experience from its publication, a
 *     contribution from its consultation, anything else at once
 * @param textVersion the version that last changed what it says
 * @param times of the last changes
 * @param ties adoptions and endorsements, those that ended included
 */
record Life(
        Kind kind,
        Status status,
        Event opening,
        Event text,
        Event latest,
        boolean shown,
        long textVersion,
        Times times,
        List<Tie> ties) {

    /**
     * When something last changed, in milliseconds since 1970.
     *
     * @param stood since when it stands, or stood last; 0 if it never did
     * @param turned when its status last changed
     * @param written when what it says last changed
     */
    record Times(long stood, long turned, long written) {}

    /** Whether this can be the first event of an aggregate. */
    static boolean begins(Event event) {
        return event.version() == 1 && event.eventKind().effect() == Effect.OPENS;
    }

    /** After its first event. */
    static Life begun(Event event) {
        Kind kind = event.eventKind().kind();
        Status status = event.eventKind().into();
        if (kind == null || status == null) {
            throw new IllegalArgumentException("Nothing begins with " + event.eventKind());
        }
        boolean shown = kind.shownAtOnce();
        return new Life(
                kind,
                status,
                event,
                event,
                event,
                shown,
                event.version(),
                new Times(shown && status.stands() ? event.at() : 0, event.at(), event.at()),
                List.of());
    }

    /** After one more event. One that cannot happen to it makes a version, and nothing else. */
    Life after(Event event) {
        EventKind eventKind = event.eventKind();
        if (eventKind.kind() != kind) {
            return told(event);
        }
        return switch (eventKind.effect()) {
            case OPENS -> eventKind == EventKind.OBJECTIVE_SET ? rewritten(event) : told(event);
            case REWRITES -> rewritten(event);
            case SHOWS -> turned(event, true);
            case TURNS -> turned(event, shown);
            case TIES -> retied(event);
            case NONE -> told(event);
        };
    }

    /** Whether it is among those that count. */
    boolean stands() {
        return shown && status.stands();
    }

    /** All that counts of it, one unit each. */
    List<Item> items() {
        List<Item> items = new ArrayList<>(1 + ties.size());
        if (stands()) {
            items.add(new Item(this, null));
        }
        for (Tie tie : ties) {
            if (tie.stands()) {
                items.add(new Item(this, tie));
            }
        }
        return items;
    }

    /** Its adoptions, one unit each, those that ended included. */
    List<Item> adoptionsEver() {
        return ties.stream()
                .filter(tie -> tie.subject() == Subject.ADOPTION)
                .map(tie -> new Item(this, tie))
                .toList();
    }

    @Nullable String partner() {
        String said = text.partner();
        return said == null ? opening.partner() : said;
    }

    /** As {@code scheme:code}. */
    @Nullable String territory() {
        String said = text.territory();
        return said == null ? opening.territory() : said;
    }

    private Life told(Event event) {
        return new Life(kind, status, opening, text, event, shown, textVersion, times, ties);
    }

    private Life rewritten(Event event) {
        Status into =
                event.eventKind() == EventKind.OBJECTIVE_SET ? null : event.eventKind().into();
        Life turned = into == null ? told(event) : turned(event, shown);
        return new Life(
                kind,
                turned.status,
                opening,
                event.hasDetails() ? event : text,
                event,
                shown,
                event.version(),
                new Times(turned.times.stood, turned.times.turned, event.at()),
                ties);
    }

    private Life turned(Event event, boolean nowShown) {
        Status into = event.eventKind().into();
        Status now = into == null ? status : into;
        boolean rises = nowShown && now.stands() && !stands();
        return new Life(
                kind,
                now,
                opening,
                text,
                event,
                nowShown,
                textVersion,
                new Times(
                        rises ? event.at() : times.stood,
                        now == status && nowShown == shown ? times.turned : event.at(),
                        times.written),
                ties);
    }

    private Life retied(Event event) {
        return switch (event.eventKind()) {
            case EXPERIENCE_ADOPTED -> tied(event, Subject.ADOPTION);
            case ADOPTION_ENDED -> untied(event, Subject.ADOPTION);
            case EXPERIENCE_ENDORSED -> tied(event, Subject.ENDORSEMENT);
            case ENDORSEMENT_RETRACTED -> untied(event, Subject.ENDORSEMENT);
            default -> throw new IllegalArgumentException("No tie: " + event.eventKind());
        };
    }

    /** Who ties it again, before untying it, says the same in other words. */
    private Life tied(Event event, Subject subject) {
        if (event.tieKey(subject) < 0
                || ties.stream().anyMatch(tie -> tie.isOf(event, subject) && tie.stands())) {
            return told(event);
        }
        List<Tie> after = new ArrayList<>(ties);
        after.removeIf(tie -> tie.isOf(event, subject));
        after.add(new Tie(subject, event, null));
        return with(event, after);
    }

    /** One that is not there was tied by an event that nobody can read: nothing to change. */
    private Life untied(Event event, Subject subject) {
        List<Tie> after = new ArrayList<>(ties);
        after.replaceAll(tie -> tie.isOf(event, subject) ? tie.endedBy(event) : tie);
        return with(event, after);
    }

    private Life with(Event event, List<Tie> now) {
        return new Life(
                kind, status, opening, text, event, shown, textVersion, times, List.copyOf(now));
    }
}
