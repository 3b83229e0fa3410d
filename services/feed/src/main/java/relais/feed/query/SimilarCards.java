package relais.feed.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Headline;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/**
 * Experiences that resemble one, and in what. Two lists are read, each bounded: the latest with one
 * of its tags, and the latest of its level on one of its axes; the best of them are kept.
 */
public record SimilarCards(Cards cards, Territories territories) {

    /** Of each of the two lists, so many of the latest are compared. */
    private static final int COMPARED = 60;

    /** A tag that more than one in so many of those compared have tells nothing. */
    private static final int COMMON = 2;

    private static final int OF_TAG = 3;
    private static final int OF_AXIS = 2;
    private static final int OF_LEVEL = 2;
    private static final int OF_SIZE = 2;
    private static final int OF_NEIGHBOUR = 1;

    /** Of two territories of similar size the larger has at most so many times the inhabitants. */
    private static final int TIMES = 2;

    /**
     * One that resembles.
     *
     * @param axes that both are on
     * @param tags that both have, as the other one writes them
     * @param sameLevel whether both are of one school level
     * @param similarSize whether the territories are of one kind and have a similar number of
     *     inhabitants
     * @param sameDepartement whether both lie in one département
     */
    public record SimilarCard(
            StoredCard card,
            List<String> axes,
            List<String> tags,
            boolean sameLevel,
            boolean similarSize,
            boolean sameDepartement) {

        private int score() {
            return OF_TAG * tags.size()
                    + OF_AXIS * axes.size()
                    + (sameLevel ? OF_LEVEL : 0)
                    + (similarSize ? OF_SIZE : 0)
                    + (sameDepartement ? OF_NEIGHBOUR : 0);
        }
    }

    /**
     * Those that resemble an experience most, the best first, then the latest.
     *
     * @param asOf as it was then; null for now
     */
    public List<SimilarCard> to(
            ExperienceCard card, Reader reader, @Nullable Instant asOf, int limit) {
        Headline headline = card.headline();
        Map<String, StoredCard> found = new LinkedHashMap<>();
        String level = headline.level();
        Set<String> axes = Set.copyOf(headline.axes());
        if (!headline.tags().isEmpty()) {
            add(
                    found,
                    Filter.ofExperiences(Set.of(), Set.of(), Set.copyOf(headline.tags()), asOf),
                    reader);
        }
        add(
                found,
                Filter.ofExperiences(
                        axes, level == null ? Set.of() : Set.of(level), Set.of(), asOf),
                reader);
        found.remove(card.aggregateId());
        Map<String, Integer> frequencies = frequencies(found.values());
        var similar = new ArrayList<SimilarCard>();
        for (StoredCard each : found.values()) {
            if (each.card() instanceof ExperienceCard other && !each.hidden()) {
                similar.add(compare(card, other, each, frequencies, found.size()));
            }
        }
        return similar.stream()
                .filter(each -> each.score() > 0)
                .sorted(
                        Comparator.comparingInt(SimilarCard::score)
                                .thenComparing(each -> Positions.of(each.card().card()))
                                .reversed())
                .limit(limit)
                .toList();
    }

    private void add(Map<String, StoredCard> found, Filter filter, Reader reader) {
        cards.page(filter, reader, null, COMPARED)
                .forEach(each -> found.put(each.card().aggregateId(), each));
    }

    private static Map<String, Integer> frequencies(Iterable<StoredCard> found) {
        var frequencies = new HashMap<String, Integer>();
        for (StoredCard each : found) {
            if (each.card() instanceof ExperienceCard other) {
                folded(other).forEach(tag -> frequencies.merge(tag, 1, Integer::sum));
            }
        }
        return frequencies;
    }

    private static Set<String> folded(ExperienceCard card) {
        var folded = new TreeSet<String>();
        card.headline().tags().forEach(tag -> folded.add(Tags.folded(tag)));
        return folded;
    }

    private SimilarCard compare(
            ExperienceCard card,
            ExperienceCard other,
            StoredCard stored,
            Map<String, Integer> frequencies,
            int compared) {
        Headline one = card.headline();
        Headline two = other.headline();
        Set<String> own = folded(card);
        // Of very few it cannot be said what is common.
        int most = Math.max(COMMON, compared / COMMON);
        List<String> tags =
                two.tags().stream()
                        .filter(tag -> own.contains(Tags.folded(tag)))
                        .filter(tag -> frequencies.getOrDefault(Tags.folded(tag), 0) <= most)
                        .toList();
        return new SimilarCard(
                stored,
                two.axes().stream().filter(one.axes()::contains).toList(),
                tags,
                one.level() != null && one.level().equals(two.level()),
                isOfSimilarSize(one.territory(), two.territory()),
                isInOneDepartement(one.territory(), two.territory()));
    }

    private boolean isOfSimilarSize(String one, String two) {
        Territory first = territory(one);
        Territory second = territory(two);
        if (first == null || second == null || first.scheme() != second.scheme()) {
            return false;
        }
        Integer some = first.population();
        Integer others = second.population();
        return some != null
                && others != null
                && Math.max(some, others) <= (long) TIMES * Math.min(some, others);
    }

    private boolean isInOneDepartement(String one, String two) {
        Set<String> reach = departements(one);
        return departements(two).stream().anyMatch(reach::contains);
    }

    private Set<String> departements(String id) {
        var departements = new TreeSet<String>();
        TerritoryId.read(id)
                .map(territories::reach)
                .orElse(Set.of())
                .forEach(
                        each -> {
                            if (each.startsWith("departement:")) {
                                departements.add(each);
                            }
                        });
        return departements;
    }

    private @Nullable Territory territory(String id) {
        return TerritoryId.read(id).flatMap(territories::find).orElse(null);
    }
}
