package relais.portal.places;

import java.util.Comparator;
import java.util.List;
import relais.portal.api.Card;
import relais.portal.api.Listing;

/**
 * The partners of a territory and of those inside it: its own first, then those of the widest
 * territories.
 *
 * @param more whether there are others
 */
record TerritoryPartners(List<Card> shown, boolean more) {

    private static final int MOST = 20;
    private static final List<String> WIDEST_FIRST =
            List.of("pays", "region", "academie", "departement", "epci", "commune");

    static TerritoryPartners of(String territory, Listing<Card> listing) {
        List<Card> all = listing.items();
        return new TerritoryPartners(
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Card each) ->
                                                        !each.territory().id().equals(territory))
                                        .thenComparingInt(TerritoryPartners::width)
                                        .thenComparing(TerritoryPartners::name))
                        .limit(MOST)
                        .toList(),
                all.size() > MOST || listing.nextCursor() != null);
    }

    private static int width(Card partner) {
        String id = partner.territory().id();
        return WIDEST_FIRST.indexOf(id.substring(0, Math.max(0, id.indexOf(':'))));
    }

    private static String name(Card partner) {
        return partner.title() == null ? partner.id() : partner.title();
    }
}
