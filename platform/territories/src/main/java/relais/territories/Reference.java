package relais.territories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.territories.Area.Academie;
import relais.territories.Area.Departement;
import relais.territories.Area.Region;

/** All tables of the packed data, and the sums over them. */
final class Reference {

    private static final String RESOURCE = "france.bin.gz";

    final String vintage;
    final List<Region> regions;
    final List<Departement> departements;
    final List<Academie> academies;
    final Groupings groupings;
    final Communes communes;
    final PostalCodes postalCodes;

    final Area france = new Area.Country(TerritoryId.FRANCE, "France");
    private final Map<TerritoryId, Integer> rows = new HashMap<>();
    private final Map<TerritoryId, Area> areas = new HashMap<>();
    private final Map<TerritoryId, Integer> populations = new HashMap<>();

    private Reference(PackedReader packed) {
        vintage = packed.text();
        regions = regions(packed);
        int count = packed.number();
        String[] codes = packed.texts(count);
        String[] names = packed.texts(count);
        int[] natures = packed.numbers(count);
        int[] inRegion = packed.numbers(count);
        int[] inFormer = packed.numbers(count);
        academies = academies(packed);
        int[] inAcademie = packed.numbers(count);
        var all = new ArrayList<Departement>(count);
        for (int row = 0; row < count; row++) {
            all.add(
                    new Departement(
                            TerritoryId.of(Scheme.DEPARTEMENT, codes[row]),
                            names[row],
                            Nature.numbered(natures[row]),
                            inRegion[row],
                            inFormer[row] - 1,
                            inAcademie[row] - 1));
        }
        departements = List.copyOf(all);
        groupings = new Groupings(packed);
        communes = new Communes(packed);
        postalCodes = new PostalCodes(packed);
        if (!packed.isAtEnd()) {
            throw new IllegalStateException("The packed territories are longer than their tables");
        }
        for (List<? extends Area> table :
                List.of(regions, departements, academies, List.of(france))) {
            for (int row = 0; row < table.size(); row++) {
                rows.put(table.get(row).id(), row);
                areas.put(table.get(row).id(), table.get(row));
            }
        }
        sumUp();
    }

    static Reference load() {
        try (InputStream resource = Reference.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(
                        "The resource " + RESOURCE + " is missing beside " + Reference.class);
            }
            return new Reference(PackedReader.of(resource));
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read", e);
        }
    }

    /** The row of a région, département or académie, or -1. */
    int row(TerritoryId id) {
        return rows.getOrDefault(id, -1);
    }

    /** A région, a département, an académie, or France. */
    Optional<Area> area(TerritoryId id) {
        return Optional.ofNullable(areas.get(id));
    }

    /** Inhabitants of a région, département, académie or of France. */
    int population(TerritoryId id) {
        return populations.getOrDefault(id, 0);
    }

    private static List<Region> regions(PackedReader packed) {
        int count = packed.number();
        String[] codes = packed.texts(count);
        String[] names = packed.texts(count);
        int[] natures = packed.numbers(count);
        int[] from = packed.numbers(count);
        int[] until = packed.numbers(count);
        int[] successors = packed.numbers(count);
        var all = new ArrayList<Region>(count);
        for (int row = 0; row < count; row++) {
            all.add(
                    new Region(
                            TerritoryId.of(Scheme.REGION, codes[row]),
                            names[row],
                            Nature.numbered(natures[row]),
                            firstOfJanuary(from[row]),
                            firstOfJanuary(until[row]),
                            successors[row] - 1));
        }
        return List.copyOf(all);
    }

    private static List<Academie> academies(PackedReader packed) {
        int count = packed.number();
        String[] codes = packed.texts(count);
        String[] names = packed.texts(count);
        int[] inRegion = packed.numbers(count);
        var all = new ArrayList<Academie>(count);
        for (int row = 0; row < count; row++) {
            all.add(
                    new Academie(
                            TerritoryId.of(Scheme.ACADEMIE, codes[row]),
                            names[row],
                            inRegion[row]));
        }
        return List.copyOf(all);
    }

    private static @Nullable LocalDate firstOfJanuary(int year) {
        return year == 0 ? null : LocalDate.of(year, 1, 1);
    }

    private void sumUp() {
        var inDepartement = new int[departements.size()];
        for (int row = 0; row < communes.size(); row++) {
            if (communes.nature(row) != Nature.COMMUNE) {
                continue;
            }
            int departement = communes.departement(row);
            int population = Math.max(0, communes.population(row));
            inDepartement[departement] += population;
            if (communes.epci(row) >= 0) {
                groupings.addMember(communes.epci(row), departement, population);
            }
            if (communes.ept(row) >= 0) {
                groupings.addMember(communes.ept(row), departement, population);
            }
        }
        for (int row = 0; row < inDepartement.length; row++) {
            Departement departement = departements.get(row);
            int population = inDepartement[row];
            add(departement.id(), population);
            add(regions.get(departement.region()).id(), population);
            add(TerritoryId.FRANCE, population);
            if (departement.formerRegion() >= 0) {
                add(regions.get(departement.formerRegion()).id(), population);
            }
            if (departement.academie() >= 0) {
                add(academies.get(departement.academie()).id(), population);
            }
        }
    }

    private void add(TerritoryId id, int population) {
        populations.merge(id, population, Integer::sum);
    }
}
