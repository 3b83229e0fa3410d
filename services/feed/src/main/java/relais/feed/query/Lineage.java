package relais.feed.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ExperienceCard;

/**
 * Where an experience comes from and what came of it, over generations: an adoption leads from an
 * experience to the adopter's own, if the adopter has named one. Nothing is guessed: an experience
 * of an adopter that no adoption names stands alone.
 *
 * @param generations each experience once, by its id: 0 for the one asked for, below for what it
 *     comes from, above for what came of it
 * @param links those between them, and the adoptions without an own experience, the oldest
 *     generation first
 * @param complete whether nothing was left out for the bounds
 */
public record Lineage(Map<ShownCard, Integer> generations, List<Link> links, boolean complete) {

    static final int MOST_GENERATIONS = 4;
    static final int MOST_CARDS = 40;
    static final int MOST_LINKS = 80;

    /** An adoption of the experience of that id. */
    public record Link(String source, ExperienceCard.Adoption adoption) {}

    /** Finds it step by step; each generation is one look-up, or one for each card above. */
    public static Lineage of(ShownCard asked, Cards cards, Reader reader, @Nullable Instant asOf) {
        var search = new Search(cards, reader, asOf);
        search.add(asked, 0);
        search.spread(-1, search::sources);
        search.spread(1, search::outcomes);
        return search.found();
    }

    private static final class Search {

        private final Cards cards;
        private final Reader reader;
        private final @Nullable Instant asOf;
        private final Map<String, ShownCard> shown = new LinkedHashMap<>();
        private final Map<ShownCard, Integer> generations = new LinkedHashMap<>();
        private boolean complete = true;

        Search(Cards cards, Reader reader, @Nullable Instant asOf) {
            this.cards = cards;
            this.reader = reader;
            this.asOf = asOf;
        }

        void add(ShownCard card, int generation) {
            shown.put(card.card().aggregateId(), card);
            generations.put(card, generation);
        }

        void spread(int direction, Function<List<ShownCard>, List<StoredCard>> next) {
            List<ShownCard> last = List.of(List.copyOf(shown.values()).getFirst());
            for (int n = 1; !last.isEmpty(); n++) {
                List<ShownCard> others =
                        Redaction.cards(next.apply(last), reader).stream()
                                .filter(each -> each.card() instanceof ExperienceCard)
                                .filter(each -> !shown.containsKey(each.card().aggregateId()))
                                .toList();
                if (n > MOST_GENERATIONS) {
                    complete &= others.isEmpty();
                    return;
                }
                int room = Math.max(0, MOST_CARDS - shown.size());
                complete &= others.size() <= room;
                last = others.stream().limit(room).toList();
                int generation = n * direction;
                last.forEach(each -> add(each, generation));
            }
        }

        List<StoredCard> sources(List<ShownCard> of) {
            var found = new LinkedHashMap<String, StoredCard>();
            for (ShownCard each : of) {
                cards.referring(each.card().aggregateId(), reader, asOf, MOST_CARDS)
                        .forEach(source -> found.put(source.card().aggregateId(), source));
            }
            return List.copyOf(found.values());
        }

        List<StoredCard> outcomes(List<ShownCard> of) {
            Set<String> ids =
                    of.stream()
                            .flatMap(each -> each.card().refersTo().stream())
                            .collect(Collectors.toSet());
            Map<String, StoredCard> found = cards.all(ids, asOf);
            return ids.stream().sorted().map(found::get).filter(Objects::nonNull).toList();
        }

        Lineage found() {
            var links = new ArrayList<Link>();
            generations.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .forEach(
                            each -> {
                                String id = each.getKey().card().aggregateId();
                                adoptions(each.getKey(), each.getValue())
                                        .forEach(adoption -> links.add(new Link(id, adoption)));
                            });
            return new Lineage(
                    generations,
                    List.copyOf(links.subList(0, Math.min(links.size(), MOST_LINKS))),
                    complete && links.size() <= MOST_LINKS);
        }

        /** Of what it comes from only what leads to it: what else came of that is not of it. */
        private Stream<ExperienceCard.Adoption> adoptions(ShownCard card, int generation) {
            return card.card() instanceof ExperienceCard experience
                    ? experience.engagement().adoptions().stream()
                            .filter(
                                    each ->
                                            generation >= 0
                                                    || (each.ownExperience() != null
                                                            && shown.containsKey(
                                                                    each.ownExperience())))
                    : Stream.empty();
        }
    }
}
