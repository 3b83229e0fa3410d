package relais.territories;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Territories of the same scheme beside one, and of its size. The reference knows no borders: what
 * lies beside a territory is what shares with it the smallest territory around both.
 *
 * <p>Communes are looked at row by row, which takes less than a millisecond; the others are few.
 */
final class Neighbours {

    /** A per cent more or less; then more and more, up to a million times as many. */
    private static final double FIRST_DISTANCE = 0.01;

    private static final double WIDENED = 4;
    private static final double LAST_DISTANCE = 14;

    private static final Comparator<Territory> LARGEST_FIRST =
            Comparator.comparingInt(Neighbours::size).reversed().thenComparing(Territory::name);

    private final Territories territories;
    private final Communes communes;

    Neighbours(Territories territories, Reference reference) {
        this.territories = territories;
        this.communes = reference.communes;
    }

    /**
     * Communes of the same EPCI, or département if it is in none; EPCI of the same départements;
     * départements of the same région; académies of the same région, or all others; régions, all
     * others. The largest first.
     */
    List<Territory> beside(TerritoryId id, LocalDate on, int limit) {
        if (id.kind() == Scheme.COMMUNE) {
            int row = communes.row(id.code());
            if (row < 0) {
                return List.of();
            }
            int epci = communes.epci(row);
            int departement = communes.departement(row);
            IntPredicate shares =
                    epci >= 0
                            ? other -> communes.epci(other) == epci
                            : other -> communes.departement(other) == departement;
            return largest(rows(row).filter(shares).mapToObj(communes::territory), limit);
        }
        List<Territory> others = others(id, on);
        Scheme shared = id.kind() == Scheme.EPCI ? Scheme.DEPARTEMENT : Scheme.REGION;
        List<TerritoryId> around = around(id, shared, on);
        List<Territory> found =
                id.kind() == Scheme.REGION || around.isEmpty()
                        ? others
                        : others.stream().filter(lieIn(around, on)).toList();
        boolean lonely = found.isEmpty() && id.kind() == Scheme.ACADEMIE;
        return largest((lonely ? others : found).stream(), limit);
    }

    /** Those whose number of inhabitants is proportionally closest; none if its own is unknown. */
    List<Territory> ofSimilarSize(TerritoryId id, LocalDate on, int limit) {
        Integer population =
                territories.find(id).map(territory -> territory.population()).orElse(null);
        if (population == null || population == 0) {
            return List.of();
        }
        int size = population;
        List<Territory> others =
                id.kind() == Scheme.COMMUNE
                        ? communesOfAbout(size, communes.row(id.code()), limit)
                        : others(id, on);
        return others.stream()
                .filter(other -> size(other) > 0)
                .sorted(Comparator.comparingDouble(other -> distance(size, size(other))))
                .limit(limit)
                .toList();
    }

    /** At least so many of the closest, and few more: to sort all would take its time. */
    private List<Territory> communesOfAbout(int size, int but, int least) {
        for (double most = FIRST_DISTANCE; ; most *= WIDENED) {
            double within = most;
            List<Territory> found =
                    rows(but)
                            .filter(row -> communes.population(row) > 0)
                            .filter(row -> distance(size, communes.population(row)) <= within)
                            .mapToObj(communes::territory)
                            .toList();
            if (found.size() >= least || within > LAST_DISTANCE) {
                return found;
            }
        }
    }

    /** The communes of today but one; parts of communes are none. */
    private IntStream rows(int but) {
        return IntStream.range(0, communes.size())
                .filter(row -> row != but && communes.nature(row) == Nature.COMMUNE);
    }

    private List<Territory> others(TerritoryId id, LocalDate on) {
        return territories.all(id.kind(), on).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
    }

    private List<TerritoryId> around(TerritoryId id, Scheme scheme, LocalDate on) {
        return territories.ancestors(id, on).stream()
                .filter(above -> above.scheme() == scheme)
                .map(Territory::id)
                .toList();
    }

    private Predicate<Territory> lieIn(List<TerritoryId> around, LocalDate on) {
        return other ->
                around.stream().anyMatch(each -> territories.isWithin(other.id(), each, on));
    }

    private static List<Territory> largest(Stream<Territory> found, int limit) {
        return found.sorted(LARGEST_FIRST).limit(limit).toList();
    }

    /** Twice as large is as far as half as large. */
    private static double distance(int one, int other) {
        return Math.abs(Math.log((double) one / other));
    }

    private static int size(Territory territory) {
        @Nullable Integer population = territory.population();
        return Objects.requireNonNullElse(population, 0);
    }
}
