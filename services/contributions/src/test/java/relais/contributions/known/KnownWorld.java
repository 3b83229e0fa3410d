package relais.contributions.known;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Mandate;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;

/** What the service knows in these tests, and who asks it for something. It is a Thursday. */
public final class KnownWorld {

    public static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");
    public static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    public static final Actor SECRETARY = actor("m-mene", "p-mene", Role.COMMITTEE);

    /** Signed the charter. */
    public static final Actor LOIRET = actor("m-loiret", "p-loiret", Role.PARTNER);

    /** Did not sign the charter. */
    public static final Actor ORLEANS = actor("m-orleans", "p-orleans", Role.PARTNER);

    public static final Actor SUSPENDED = actor("m-suspended", "p-suspended", Role.PARTNER);
    public static final Actor ENDED = actor("m-ended", "p-loiret", Role.PARTNER);
    public static final Actor UNKNOWN = actor("m-unknown", "p-unknown", Role.PARTNER);
    public static final Actor ANALYST = actor("m-analyst", null);
    public static final Actor OPERATOR = actor("m-operator", null, Role.OPERATOR);
    public static final Actor SERVICE = Actor.SERVICE;

    private static final Set<String> TERRITORIES =
            Set.of("pays:FR", "departement:45", "commune:45234", "commune:69123");

    private static final Map<PartnerId, Partner> PARTNERS =
            Stream.of(
                            partner("p-mene", PartnerKind.MINISTRY, "pays:FR", true, true),
                            partner(
                                    "p-loiret",
                                    PartnerKind.DEPARTEMENT,
                                    "departement:45",
                                    true,
                                    true),
                            partner("p-orleans", PartnerKind.COMMUNE, "commune:45234", true, false),
                            partner(
                                    "p-suspended",
                                    PartnerKind.COMMUNE,
                                    "commune:69123",
                                    false,
                                    true))
                    .collect(Collectors.toMap(Partner::id, Function.identity()));

    private static final Map<ExperienceId, KnownExperience> EXPERIENCES =
            Stream.of(
                            experience("x-published", KnownExperience.Standing.PUBLISHED),
                            experience("x-submitted", KnownExperience.Standing.NOT_PUBLISHED),
                            experience("x-withdrawn", KnownExperience.Standing.WITHDRAWN),
                            experience("x-moderated", KnownExperience.Standing.MODERATED))
                    .collect(Collectors.toMap(KnownExperience::id, Function.identity()));

    private static final Map<String, Cards.KnownCard> CARDS =
            Stream.of(
                            new Cards.KnownCard("o-open", "OPEN", true, 1, 9),
                            new Cards.KnownCard("o-withdrawn", "WITHDRAWN", true, 1, 9),
                            new Cards.KnownCard("c-adopted", "ADOPTED", true, 1, 9),
                            new Cards.KnownCard("c-draft", "DRAFTING", false, 1, 9),
                            new Cards.KnownCard("c-withdrawn", "WITHDRAWN", true, 1, 9),
                            new Cards.KnownCard("x-published", "PUBLISHED", true, 2, 9))
                    .collect(Collectors.toMap(Cards.KnownCard::id, Function.identity()));

    private KnownWorld() {}

    /** Asked now. */
    public static Circumstances now(Actor actor) {
        return at(actor, NOW, NOW);
    }

    /** Asked at another instant, by the server's clock. */
    public static Circumstances later(Actor actor, Instant now) {
        return at(actor, now, now);
    }

    /** Told now of what happened then. */
    public static Circumstances archive(Actor actor, Instant then) {
        return at(actor, then, NOW);
    }

    private static Circumstances at(Actor actor, Instant at, Instant now) {
        PartnerId partner = actor.partner();
        return new Circumstances(
                actor,
                partner == null ? null : PARTNERS.get(partner),
                new Known(
                        PARTNERS,
                        Set.of(new PartnerId("p-mene"), new PartnerId("p-loiret")),
                        EXPERIENCES,
                        CARDS),
                new Reference(),
                at,
                now);
    }

    private static Actor actor(String mandate, @Nullable String partner, Role... roles) {
        return new Actor(mandate, PartnerId.parse(partner).orElse(null), Set.of(roles));
    }

    private static Partner partner(
            String id, PartnerKind kind, String territory, boolean active, boolean committee) {
        LocalDate from = LocalDate.of(2015, 10, 1);
        return new Partner(
                new PartnerId(id),
                "Partenaire " + id.substring(2),
                kind,
                new TerritoryCode(territory),
                NOW,
                active,
                committee,
                Map.of("m-ended", new Mandate("m-ended", from, null, LocalDate.of(2020, 1, 1))));
    }

    private static KnownExperience experience(String id, KnownExperience.Standing standing) {
        return new KnownExperience(new ExperienceId(id), 3, 2L, standing, null);
    }

    /** The reference of territories, as far as these tests go. */
    private record Reference() implements TerritoryMap {

        @Override
        public boolean exists(TerritoryCode territory, LocalDate on) {
            return TERRITORIES.contains(territory.value());
        }

        @Override
        public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
            return inner.equals(outer);
        }
    }
}
