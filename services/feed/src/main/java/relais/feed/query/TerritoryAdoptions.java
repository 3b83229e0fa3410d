package relais.feed.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;

/**
 * What partners of a territory adopted from elsewhere, and who elsewhere adopted from it, the
 * latest adoption first.
 *
 * @param taken adoptions by its partners of what was done outside
 * @param given adoptions outside of what was done in it
 * @param complete whether nothing was left out for the bounds
 */
public record TerritoryAdoptions(List<Taken> taken, List<Taken> given, boolean complete) {

    /** Most partners, and most experiences, that one answer looks at. */
    private static final int MOST_PARTNERS = 500;

    private static final int MOST_CARDS = 100;

    /** An adoption of a published experience. */
    public record Taken(ExperienceCard experience, ExperienceCard.Adoption adoption) {}

    /**
     * @param inside whether a territory, as {@code scheme:code}, is the one asked for or lies in it
     */
    public static TerritoryAdoptions of(
            String territory,
            Predicate<String> inside,
            Cards cards,
            @Nullable Instant asOf,
            int limit) {
        Filter ofIt = filter(territory, Kind.EXPERIENCE, Status.PUBLISHED).asOf(asOf);
        List<StoredCard> adopted = cards.adopted(ofIt, Reader.PUBLIC, MOST_CARDS);
        List<Taken> given =
                taken(adopted).stream()
                        .filter(each -> !inside.test(each.adoption().territory()))
                        .toList();
        Set<String> partners =
                cards
                        .page(
                                filter(territory, Kind.PARTNER, Status.ACTIVE).asOf(asOf),
                                Reader.PUBLIC,
                                null,
                                MOST_PARTNERS)
                        .stream()
                        .map(each -> each.card().aggregateId())
                        .collect(Collectors.toSet());
        List<StoredCard> others =
                partners.isEmpty()
                        ? List.of()
                        : cards.page(
                                adoptedBy(partners).asOf(asOf), Reader.PUBLIC, null, MOST_CARDS);
        List<Taken> taken =
                taken(others).stream()
                        .filter(each -> partners.contains(each.adoption().partner()))
                        .filter(each -> !inside.test(each.experience().headline().territory()))
                        .toList();
        return new TerritoryAdoptions(
                taken.stream().limit(limit).toList(),
                given.stream().limit(limit).toList(),
                adopted.size() < MOST_CARDS
                        && others.size() < MOST_CARDS
                        && partners.size() < MOST_PARTNERS
                        && taken.size() <= limit
                        && given.size() <= limit);
    }

    private static List<Taken> taken(List<StoredCard> stored) {
        return stored.stream()
                .flatMap(each -> each.as(ExperienceCard.class).stream())
                .flatMap(
                        card ->
                                card.engagement().adoptions().stream()
                                        .map(adoption -> new Taken(card, adoption)))
                .sorted(
                        Comparator.comparing((Taken each) -> each.adoption().adoptedOn())
                                .reversed()
                                .thenComparing(each -> each.adoption().id()))
                .toList();
    }

    private static Filter filter(String territory, Kind kind, Status status) {
        return new Filter(
                Set.of(territory),
                Set.of(kind),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(status),
                Set.of(),
                List.of(),
                null,
                null,
                null,
                Set.of(),
                Filter.Practice.ANY);
    }

    private static Filter adoptedBy(Set<String> partners) {
        return new Filter(
                Set.of(),
                Set.of(Kind.EXPERIENCE),
                Set.of(),
                Set.of(),
                Set.of(),
                partners,
                Set.of(Status.PUBLISHED),
                Set.of(),
                List.of(),
                null,
                null,
                null,
                Set.of(),
                Filter.Practice.ANY);
    }
}
