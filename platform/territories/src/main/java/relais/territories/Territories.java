package relais.territories;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.territories.NameIndex.Named;

/**
 * The reference of the territories of France: one vintage, the régions of before 2016, and the
 * communes that merged.
 *
 * <p>Not a tree: commune → EPCI and commune → département → région are two parallel parents, and an
 * EPCI that spans several départements has each of them (and their académies and régions) above it.
 * The perimeters of EPCI and the départements of communes are those of the vintage at every date.
 *
 * <p>Days are those of Europe/Paris. Immutable and safe for use by many threads; takes about 3 MB,
 * and 3 MB more from the first {@link #search} on.
 */
public final class Territories {

    private static final int MOST_RESULTS = 1_000;

    private final Reference reference;
    private final Ancestry ancestry;
    private final TerritorySearch search;
    private final Neighbours neighbours;

    private Territories(Reference reference) {
        this.reference = reference;
        this.ancestry = new Ancestry(reference);
        this.neighbours = new Neighbours(this, reference);
        this.search =
                new TerritorySearch(
                        reference,
                        this::find,
                        () -> Stream.of(Scheme.values()).flatMap(this::everything));
    }

    /**
     * Reads the packed resource of this module; call it once and keep the result.
     *
     * @throws IllegalStateException if the resource is missing or does not fit this code: the build
     *     is broken
     */
    public static Territories load() {
        return new Territories(Reference.load());
    }

    /** The year of the reference: its communes are those of 1 January. */
    public String vintage() {
        return reference.vintage;
    }

    /** The territory of that id, of any time. */
    public Optional<Territory> find(TerritoryId id) {
        return switch (id.kind()) {
            case COMMUNE ->
                    existing(reference.communes.row(id.code())).map(reference.communes::territory);
            case EPCI ->
                    existing(reference.groupings.row(id.code()))
                            .map(reference.groupings::territory);
            case DEPARTEMENT, REGION, ACADEMIE, PAYS -> reference.area(id).map(this::territory);
        };
    }

    /**
     * Territories by what people type of their name: each word begins a word of it, or says what
     * kind is meant ({@code académie de Besançon}), without regard to case, accents, hyphens,
     * apostrophes and articles. Those who are called so come first, then those whose name begins
     * so, then those with the words anywhere, then those with them inside of a word; larger
     * population first.
     *
     * <p>A number is the code of a département ({@code 75}) or of an EPCI. Five digits are a postal
     * code ({@code 25000}), whose communes come first, or the code of a commune ({@code 13055});
     * any others give the département that they begin with. A postal code may stand beside a name
     * ({@code 25000 Besançon}).
     *
     * @param scheme only of this scheme; null for all
     * @param on only those that exist on this day
     * @param limit 1 to 1,000
     * @throws IllegalArgumentException if the limit is outside
     */
    public List<Territory> search(String typed, @Nullable Scheme scheme, LocalDate on, int limit) {
        if (limit < 1 || limit > MOST_RESULTS) {
            throw new IllegalArgumentException(
                    "A limit is from 1 to " + MOST_RESULTS + ", not " + limit);
        }
        Predicate<Territory> wanted =
                t -> (scheme == null || t.scheme() == scheme) && t.validOn(on);
        return search.find(typed, wanted, limit);
    }

    /**
     * All territories of a scheme that exist on a day, by ascending code: 40,000 for communes, else
     * few.
     */
    public List<Territory> all(Scheme scheme, LocalDate on) {
        return everything(scheme)
                .map(named -> named.territory().get())
                .filter(territory -> territory.validOn(on))
                .sorted(Comparator.comparing(territory -> territory.id().code()))
                .toList();
    }

    /**
     * What lies above a territory on a day, nearest first: for a part of a commune, the commune;
     * EPT and EPCI, département, académie, région, France. From the day that it ends, a territory
     * lies within its successor.
     *
     * @return empty for France and for an unknown territory
     */
    public List<Territory> ancestors(TerritoryId id, LocalDate on) {
        return territories(ancestry.above(id, on));
    }

    /**
     * Whether {@code inner} is {@code outer} or has it among its {@linkplain #ancestors ancestors}
     * on that day. An EPCI that spans several départements is within each of them. False if either
     * is unknown.
     */
    public boolean isWithin(TerritoryId inner, TerritoryId outer, LocalDate on) {
        return inner.equals(outer)
                ? find(inner).isPresent()
                : ancestry.above(inner, on).contains(outer);
    }

    /**
     * Territories of the same scheme beside one on a day, the largest first: those that share with
     * it the smallest territory around both, since the reference knows no borders. Communes of the
     * same EPCI (or département, if it is in none), EPCI of the same départements, départements and
     * académies of the same région; for a région, and an académie alone in its own, all others.
     *
     * @return empty for France and for an unknown territory
     */
    public List<Territory> beside(TerritoryId id, LocalDate on, int limit) {
        return find(id).isEmpty() ? List.of() : neighbours.beside(id, on, limit);
    }

    /**
     * Territories of the same scheme whose number of inhabitants is proportionally closest to
     * one's, the closest first.
     *
     * @return empty if its own number is unknown
     */
    public List<Territory> ofSimilarSize(TerritoryId id, LocalDate on, int limit) {
        return neighbours.ofSimilarSize(id, on, limit);
    }

    /**
     * The départements that make a territory up or that it lies in on a day, by code: one for a
     * commune, several for some EPCI, those of a région or an académie; none for France, which has
     * all.
     */
    public List<Territory> departements(TerritoryId id, LocalDate on) {
        return id.kind() == Scheme.PAYS
                ? List.of()
                : all(Scheme.DEPARTEMENT, on).stream()
                        .filter(
                                departement ->
                                        isWithin(departement.id(), id, on)
                                                || isWithin(id, departement.id(), on))
                        .toList();
    }

    /** What took over from a former région or commune; empty if it exists today or is unknown. */
    public List<Territory> successors(TerritoryId id) {
        return switch (id.kind()) {
            case REGION ->
                    existing(reference.row(id))
                            .flatMap(row -> existing(reference.regions.get(row).successor()))
                            .map(row -> territory(reference.regions.get(row)))
                            .stream()
                            .toList();
            case COMMUNE ->
                    existing(reference.communes.row(id.code()))
                            .filter(row -> reference.communes.validUntil(row) != null)
                            .map(row -> reference.communes.territory(reference.communes.whole(row)))
                            .stream()
                            .toList();
            case EPCI, DEPARTEMENT, ACADEMIE, PAYS -> List.of();
        };
    }

    /** The former régions or communes that this one took over from; empty if none are known. */
    public List<Territory> predecessors(TerritoryId id) {
        return switch (id.kind()) {
            case REGION ->
                    existing(reference.row(id)).stream()
                            .flatMap(
                                    row ->
                                            reference.regions.stream()
                                                    .filter(region -> region.successor() == row))
                            .map(this::territory)
                            .toList();
            case COMMUNE ->
                    existing(reference.communes.row(id.code())).stream()
                            .flatMap(row -> reference.communes.formerOnesOf(row).stream())
                            .map(reference.communes::territory)
                            .toList();
            case EPCI, DEPARTEMENT, ACADEMIE, PAYS -> List.of();
        };
    }

    /**
     * Every territory, of any time, in whose feed something of {@code id} belongs: itself, what
     * lies above it in every vintage, its successors and what lies above them. Never what lies
     * inside it, nor its predecessors.
     *
     * <p>An unknown id (of a newer vintage, say) reaches itself and France, so that nothing is lost
     * from the national feed.
     *
     * @return ids as {@code scheme:code}, the nearest first
     */
    public Set<String> reach(TerritoryId id) {
        var reached = new LinkedHashSet<String>();
        reached.add(id.toString());
        ancestry.above(id, null).forEach(above -> reached.add(above.toString()));
        reached.add(TerritoryId.FRANCE.toString());
        return reached;
    }

    private List<Territory> territories(Collection<TerritoryId> ids) {
        return ids.stream().map(id -> find(id).orElseThrow()).toList();
    }

    private Territory territory(Area area) {
        return new Territory(
                area.id(),
                area.name(),
                area.id().kind(),
                area.nature(),
                area.validFrom(),
                area.validUntil(),
                reference.population(area.id()),
                null);
    }

    private Stream<Named> everything(Scheme scheme) {
        return switch (scheme) {
            case COMMUNE ->
                    IntStream.range(0, reference.communes.size())
                            .mapToObj(
                                    row ->
                                            new Named(
                                                    reference.communes.name(row),
                                                    scheme,
                                                    () -> reference.communes.territory(row)));
            case EPCI ->
                    IntStream.range(0, reference.groupings.size())
                            .mapToObj(
                                    row ->
                                            new Named(
                                                    reference.groupings.name(row),
                                                    scheme,
                                                    () -> reference.groupings.territory(row)));
            case DEPARTEMENT -> named(scheme, reference.departements);
            case REGION -> named(scheme, reference.regions);
            case ACADEMIE -> named(scheme, reference.academies);
            case PAYS -> named(scheme, List.of(reference.france));
        };
    }

    private Stream<Named> named(Scheme scheme, List<? extends Area> areas) {
        return areas.stream().map(area -> new Named(area.name(), scheme, () -> territory(area)));
    }

    private static Optional<Integer> existing(int row) {
        return row < 0 ? Optional.empty() : Optional.of(row);
    }
}
