package relais.feed.adapter.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/** The names that one answer needs; what has none goes by its id. */
final class Names {

    private final Territories territories;
    private final Map<String, String> partners;

    Names(Territories territories, Map<String, String> partners) {
        this.territories = territories;
        this.partners = partners;
    }

    Named partner(String id) {
        return new Named(id, partners.getOrDefault(id, id));
    }

    @Nullable Named partnerOrNull(@Nullable String id) {
        return id == null ? null : partner(id);
    }

    Named territory(String id) {
        return new Named(
                id,
                TerritoryId.read(id)
                        .flatMap(territories::find)
                        .map(Territory::name)
                        .filter(name -> !name.isEmpty())
                        .orElse(id));
    }
}
