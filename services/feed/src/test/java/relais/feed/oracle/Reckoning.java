package relais.feed.oracle;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the events of one kind of subject change its card. */
interface Reckoning {

    /**
     * Writes the event down.
     *
     * @param since from when the card is so, as text: never before its earlier versions
     */
    void reckon(Sheet card, Event event, String since);

    /** The texts by which the card is found. */
    Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer);

    /** What the card is ordered and chosen by beyond its date; nothing for most. */
    default Map<String, Object> places(Sheet card, String position) {
        return Map.of();
    }

    /** The one for the subject of which this is the first event. */
    static Reckoning forLifeThatBeginsWith(String type) {
        return switch (type) {
            case "PartnerRegistered" -> new PartnerReckoning();
            case "ExperienceSubmitted" -> new ExperienceReckoning();
            case "ContributionOpened" -> new ContributionReckoning();
            case "ObjectiveSet" -> new ObjectiveReckoning();
            case "ActionPlanned" -> new ActionReckoning();
            case "WorkingDayScheduled" -> new WorkingDayReckoning();
            case "MessagePosted" -> new MessageReckoning();
            case "AuthorKeyErased" -> new KeyReckoning();
            default -> throw new IllegalArgumentException("No life begins with " + type);
        };
    }

    static IllegalArgumentException unknown(Event event) {
        return new IllegalArgumentException(event.type() + " at " + event.id());
    }

    /** A key has no card; its events are only counted. */
    final class KeyReckoning implements Reckoning {

        @Override
        public void reckon(Sheet card, Event event, String since) {
            if (!event.type().equals("AuthorKeyErased")) {
                throw unknown(event);
            }
        }

        @Override
        public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
            return Stream.of();
        }
    }

    /** Texts of a list of records. */
    static Stream<@Nullable String> all(List<Map<String, Object>> records, String field) {
        return records.stream().map(record -> (String) record.get(field));
    }
}
