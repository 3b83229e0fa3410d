package relais.territories;

import java.time.LocalDate;
import java.util.List;

/** The reference as tests ask it, by ids as people write them. */
final class Vintage {
    static final Territories TERRITORIES = Territories.load();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate END_OF_2015 = LocalDate.of(2015, 12, 31);
    static final LocalDate START_OF_2016 = LocalDate.of(2016, 1, 1);

    private Vintage() {}

    static Territory territory(String id) {
        return TERRITORIES.find(TerritoryId.parse(id)).orElseThrow();
    }

    static List<String> ancestors(String id, LocalDate day) {
        return ids(TERRITORIES.ancestors(TerritoryId.parse(id), day));
    }

    static List<String> reach(String id) {
        return List.copyOf(TERRITORIES.reach(TerritoryId.parse(id)));
    }

    static boolean within(String inner, String outer, LocalDate day) {
        return TERRITORIES.isWithin(TerritoryId.parse(inner), TerritoryId.parse(outer), day);
    }

    static List<String> ids(List<Territory> territories) {
        return territories.stream().map(territory -> territory.id().toString()).toList();
    }
}
