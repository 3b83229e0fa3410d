package relais.territories;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import relais.territories.Area.Academie;
import relais.territories.Area.Departement;
import relais.territories.Area.Region;

/**
 * What lies above a territory, nearest first: the commune around a part of it, groupings,
 * départements, académies, régions, France.
 *
 * <p>On a day, the régions of that day; without a day, those of every vintage. From the day that it
 * ends, a territory lies within its successor.
 */
final class Ancestry {

    private final Reference reference;

    Ancestry(Reference reference) {
        this.reference = reference;
    }

    SequencedSet<TerritoryId> above(TerritoryId id, @Nullable LocalDate day) {
        var found = new LinkedHashSet<TerritoryId>();
        switch (id.kind()) {
            case COMMUNE -> aboveCommune(reference.communes.row(id.code()), day, found);
            case EPCI -> aboveGrouping(reference.groupings.row(id.code()), day, found);
            case DEPARTEMENT -> aboveDepartements(single(reference.row(id)), day, found);
            case ACADEMIE -> aboveAcademie(reference.row(id), day, found);
            case REGION -> aboveRegion(reference.row(id), day, found);
            case PAYS -> {}
        }
        return found;
    }

    private void aboveCommune(int row, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        if (row < 0) {
            return;
        }
        Communes communes = reference.communes;
        LocalDate until = communes.validUntil(row);
        boolean partOfAnother = until == null || day == null || !day.isBefore(until);
        if (communes.whole(row) >= 0 && partOfAnother) {
            found.add(communes.id(communes.whole(row)));
        }
        if (communes.ept(row) >= 0) {
            found.add(reference.groupings.id(communes.ept(row)));
        }
        if (communes.epci(row) >= 0) {
            found.add(reference.groupings.id(communes.epci(row)));
        }
        BitSet departement = single(communes.departement(row));
        addAll(departement, found);
        aboveDepartements(departement, day, found);
    }

    private void aboveGrouping(int row, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        if (row < 0) {
            return;
        }
        if (reference.groupings.whole(row) >= 0) {
            found.add(reference.groupings.id(reference.groupings.whole(row)));
        }
        BitSet touched = reference.groupings.departements(row);
        addAll(touched, found);
        aboveDepartements(touched, day, found);
    }

    private void addAll(BitSet departements, SequencedSet<TerritoryId> found) {
        departements.stream().forEach(row -> found.add(reference.departements.get(row).id()));
    }

    private void aboveDepartements(
            BitSet rows, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        if (rows.isEmpty()) {
            return;
        }
        rows.stream()
                .map(row -> reference.departements.get(row).academie())
                .filter(academie -> academie >= 0)
                .forEach(academie -> found.add(reference.academies.get(academie).id()));
        rows.stream().forEach(row -> addRegions(reference.departements.get(row), day, found));
        found.add(TerritoryId.FRANCE);
    }

    private void aboveAcademie(int row, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        if (row < 0) {
            return;
        }
        Academie academie = reference.academies.get(row);
        addRegion(academie.region(), day, found);
        for (Departement departement : reference.departements) {
            if (departement.academie() == row) {
                addRegions(departement, day, found);
            }
        }
        found.add(TerritoryId.FRANCE);
    }

    private void aboveRegion(int row, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        if (row < 0) {
            return;
        }
        Region region = reference.regions.get(row);
        if (region.successor() >= 0) {
            addRegion(region.successor(), day, found);
        }
        found.add(TerritoryId.FRANCE);
    }

    private void addRegions(
            Departement departement, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        addRegion(departement.region(), day, found);
        if (departement.formerRegion() >= 0) {
            addRegion(departement.formerRegion(), day, found);
        }
    }

    private void addRegion(int row, @Nullable LocalDate day, SequencedSet<TerritoryId> found) {
        Region region = reference.regions.get(row);
        if (region.validOn(day)) {
            found.add(region.id());
        }
    }

    private static BitSet single(int row) {
        var rows = new BitSet();
        if (row >= 0) {
            rows.set(row);
        }
        return rows;
    }
}
