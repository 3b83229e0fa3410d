package relais.experiences.experience;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.Handles;

/**
 * Makes the card of what was typed. Texts and lists of texts are taken as they are, by their names;
 * what has another type in the card is converted. A component that is neither fails the start.
 */
final class AcceptedContent {

    private static final Map<String, Function<ProposedContent, @Nullable Object>> CONVERTED =
            Map.of(
                    "territory", card -> new TerritoryCode(requireNonNull(card.territory())),
                    "level", card -> Level.parse(card.level()).orElseThrow(),
                    "axes", card -> Axis.accepted(card.axes()),
                    "tags", card -> card.tags().stream().distinct().toList(),
                    "startedOn", card -> date(card.startedOn()),
                    "endedOn", card -> date(card.endedOn()),
                    "means", card -> card.means() == null ? null : card.means().accepted(),
                    "results", card -> card.results() == null ? null : card.results().accepted(),
                    "links", AcceptedContent::links,
                    "licence", _ -> Content.OPEN_LICENCE);

    private static final List<Function<ProposedContent, @Nullable Object>> VALUES =
            Stream.of(Content.class.getRecordComponents()).map(AcceptedContent::value).toList();

    private static final Function<@Nullable Object[], Object> CONTENT =
            Handles.constructor(Content.class);

    private AcceptedContent() {}

    static Content of(ProposedContent card) {
        @Nullable Object[] values = VALUES.stream().map(value -> value.apply(card)).toArray();
        return (Content) CONTENT.apply(values);
    }

    private static Function<ProposedContent, @Nullable Object> value(RecordComponent accepted) {
        Function<ProposedContent, @Nullable Object> converted = CONVERTED.get(accepted.getName());
        return converted != null
                ? converted
                : Stream.of(ProposedContent.class.getRecordComponents())
                        .filter(typed -> typed.getName().equals(accepted.getName()))
                        .filter(typed -> typed.getGenericType().equals(accepted.getGenericType()))
                        .map(typed -> Handles.getter(typed.getAccessor()))
                        .<Function<ProposedContent, @Nullable Object>>map(get -> get::apply)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("Nothing typed is " + accepted));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<Link> links(ProposedContent card) {
        return card.links().stream().map(ProposedContent.ProposedLink::accepted).toList();
    }
}
