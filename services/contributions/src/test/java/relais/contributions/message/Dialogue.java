package relais.contributions.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Mandate;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;
import relais.contributions.known.Cards;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Known;

/** The people, cards and moments of these tests. */
public final class Dialogue {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final String CARD = "x-tablettes";
    public static final String HIDDEN_CARD = "c-ebauche";

    public static final Partner LOIRET = partner("p-loiret", true);
    public static final Partner BESANCON = partner("p-besancon", true);
    public static final Partner SUSPENDED = partner("p-suspended", false);
    public static final List<Partner> PARTNERS = List.of(LOIRET, BESANCON, SUSPENDED);

    public static final Actor ADA = member("m-ada", LOIRET);
    public static final Actor COLLEAGUE = member("m-colleague", LOIRET);
    public static final Actor NEIGHBOUR = member("m-neighbour", BESANCON);
    public static final Actor SECRETARY =
            new Actor("m-comite", new PartnerId("p-mene"), Set.of(Role.COMMITTEE));
    public static final Actor OPERATOR = new Actor("m-exploitation", null, Set.of(Role.OPERATOR));
    public static final Actor ANYONE = new Actor("anyone", null, Set.of());

    public static final Map<String, Cards.KnownCard> CARDS =
            Map.of(
                    CARD, new Cards.KnownCard(CARD, "PUBLISHED", true, 1, 9),
                    HIDDEN_CARD, new Cards.KnownCard(HIDDEN_CARD, "DRAFTING", false, 1, 9));

    public static final KeyId KEY = new KeyId("m-ada", 1);
    public static final SealedText SEALED = new SealedText(new byte[12], new byte[] {1, 2, 3});

    private Dialogue() {}

    public static Actor member(String mandate, Partner partner) {
        return new Actor(mandate, partner.id(), Set.of(Role.PARTNER));
    }

    static MessageCommand.Draft draft(@Nullable String text) {
        return new MessageCommand.Draft(CARD, text == null ? null : MessageText.of(text), null);
    }

    public static Circumstances circumstances(Actor actor) {
        Map<PartnerId, Partner> partners = new HashMap<>();
        PARTNERS.forEach(partner -> partners.put(partner.id(), partner));
        return new Circumstances(
                actor,
                actor.partner() == null ? null : partners.get(actor.partner()),
                new Known(Map.of(), Set.of(), Map.of(), CARDS),
                EVERYWHERE,
                NOW,
                NOW);
    }

    public static final TerritoryMap EVERYWHERE =
            new TerritoryMap() {
                @Override
                public boolean exists(TerritoryCode territory, LocalDate on) {
                    return true;
                }

                @Override
                public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
                    return inner.equals(outer);
                }
            };

    private static Partner partner(String id, boolean active) {
        Mandate over =
                new Mandate(
                        "m-over",
                        LocalDate.parse("2020-01-01"),
                        LocalDate.parse("2021-01-01"),
                        null);
        return new Partner(
                new PartnerId(id),
                id,
                PartnerKind.DEPARTEMENT,
                new TerritoryCode("departement:45"),
                java.time.Instant.EPOCH,
                active,
                false,
                Map.of(over.id(), over));
    }
}
