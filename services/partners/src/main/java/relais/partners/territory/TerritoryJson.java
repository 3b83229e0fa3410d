package relais.partners.territory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;

/** A territory and what surrounds it on a day. */
@Schema(name = "Territory")
record TerritoryJson(
        String id,
        String name,
        String scheme,
        @Nullable LocalDate validFrom,
        @Schema(description = "first day on which it was no more") @Nullable LocalDate validUntil,
        @Nullable Integer population,
        @Nullable String siren,
        LocalDate asOf,
        @Schema(description = "whether it exists on that day") boolean valid,
        @Schema(description = "what it lies in on that day, the nearest first")
                List<Entry> ancestors,
        List<Entry> successors,
        List<Entry> predecessors) {

    /** A territory in a list. */
    @Schema(name = "TerritoryEntry")
    record Entry(
            String id,
            String name,
            String scheme,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Integer population,
            @Schema(description = "name of the département of a commune: homonyms differ by it")
                    @Nullable String departement) {

        static Entry of(Territory territory, LocalDate day, Territories territories) {
            return new Entry(
                    territory.id().toString(),
                    territory.name(),
                    territory.scheme().code(),
                    territory.validFrom(),
                    territory.validUntil(),
                    territory.population(),
                    departement(territory, day, territories));
        }

        private static @Nullable String departement(
                Territory territory, LocalDate day, Territories territories) {
            return territory.scheme() != Scheme.COMMUNE
                    ? null
                    : territories.ancestors(territory.id(), day).stream()
                            .filter(above -> above.scheme() == Scheme.DEPARTEMENT)
                            .map(Territory::name)
                            .findFirst()
                            .orElse(null);
        }
    }

    static TerritoryJson of(Territory territory, LocalDate day, Territories territories) {
        return new TerritoryJson(
                territory.id().toString(),
                territory.name(),
                territory.scheme().code(),
                territory.validFrom(),
                territory.validUntil(),
                territory.population(),
                territory.siren(),
                day,
                territory.validOn(day),
                entries(territories.ancestors(territory.id(), day), day, territories),
                entries(territories.successors(territory.id()), day, territories),
                entries(territories.predecessors(territory.id()), day, territories));
    }

    static List<Entry> entries(List<Territory> found, LocalDate day, Territories territories) {
        return found.stream().map(each -> Entry.of(each, day, territories)).toList();
    }
}
