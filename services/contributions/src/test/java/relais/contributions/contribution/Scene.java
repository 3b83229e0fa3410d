package relais.contributions.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;
import relais.contributions.known.Cards;
import relais.contributions.known.Circumstances;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Known;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownExperience.Change;
import relais.contributions.known.KnownExperience.Standing;

/** Partners, experiences and people that tests play with. */
final class Scene {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant DEADLINE = Instant.parse("2026-04-02T10:00:00Z");

    static final Partner MINISTRY = signatory("p-mene", "Ministère");
    static final Partner AMF = signatory("p-amf", "Maires de France");
    static final Partner ADF = signatory("p-adf", "Départements de France");
    static final Partner ARF = signatory("p-arf", "Régions de France");
    static final Partner TOWN = partner("p-town", "Une commune");
    static final List<Partner> SIGNATORIES = List.of(MINISTRY, AMF, ADF, ARF);
    static final List<Partner> PARTNERS = List.of(MINISTRY, AMF, ADF, ARF, TOWN);

    static final KnownExperience PUBLISHED =
            new KnownExperience(new ExperienceId("x-published"), 3, 2L, Standing.PUBLISHED, null);
    static final KnownExperience REVISED =
            changed("x-revised", 5, Standing.PUBLISHED, 4, EvidenceChange.REVISED);
    static final KnownExperience WITHDRAWN =
            changed("x-withdrawn", 4, Standing.WITHDRAWN, 4, EvidenceChange.WITHDRAWN);
    static final KnownExperience MODERATED =
            changed("x-moderated", 4, Standing.MODERATED, 4, EvidenceChange.MODERATED);
    static final KnownExperience SUBMITTED =
            new KnownExperience(
                    new ExperienceId("x-submitted"), 1, null, Standing.NOT_PUBLISHED, null);

    private static final List<Cards.KnownCard> CARDS =
            List.of(
                    new Cards.KnownCard("c-adopted", "ADOPTED", true, 1, 9),
                    new Cards.KnownCard("c-consulted", "CONSULTATION", true, 1, 9),
                    new Cards.KnownCard("c-secret", "DRAFTING", false, 1, 9));

    private static final TerritoryMap NO_TERRITORIES =
            new TerritoryMap() {
                @Override
                public boolean exists(TerritoryCode territory, LocalDate on) {
                    return false;
                }

                @Override
                public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
                    return false;
                }
            };

    private Scene() {}

    static Partner partner(String id, String name) {
        return Partner.apply(
                new PartnerId(id),
                null,
                new PartnerFact.Registered(
                        name,
                        PartnerKind.NATIONAL_ASSOCIATION,
                        new TerritoryCode("pays:FR"),
                        java.time.Instant.EPOCH));
    }

    private static Partner signatory(String id, String name) {
        Partner partner = partner(id, name);
        return Partner.apply(partner.id(), partner, new PartnerFact.CommitteeJoined());
    }

    static Partner suspended(Partner partner) {
        return Partner.apply(partner.id(), partner, new PartnerFact.Suspended());
    }

    private static KnownExperience changed(
            String id, long version, Standing standing, long changedIn, EvidenceChange change) {
        return new KnownExperience(
                new ExperienceId(id),
                version,
                2L,
                standing,
                change(changedIn, change, NOW.minusSeconds(60)));
    }

    static Change change(long version, EvidenceChange change, Instant at) {
        return new Change(version, change, at, "pourquoi");
    }

    /** Someone of a partner, now. */
    static Circumstances by(Partner partner) {
        return as(partner, Role.PARTNER);
    }

    /** The secretariat, of a partner that drafts nothing. */
    static Circumstances secretary() {
        return as(TOWN, Role.COMMITTEE);
    }

    static Circumstances as(Partner partner, Role... roles) {
        return of(new Actor("m-" + partner.id(), partner.id(), Set.of(roles)), partner);
    }

    static Circumstances service() {
        return of(Actor.SERVICE, null);
    }

    static Circumstances of(Actor actor, @Nullable Partner acting) {
        return new Circumstances(actor, acting, known(), NO_TERRITORIES, NOW, NOW);
    }

    private static Known known() {
        return new Known(
                index(PARTNERS.stream(), Partner::id),
                SIGNATORIES.stream().map(Partner::id).collect(Collectors.toSet()),
                index(
                        Stream.of(PUBLISHED, REVISED, WITHDRAWN, MODERATED, SUBMITTED),
                        KnownExperience::id),
                index(CARDS.stream(), Cards.KnownCard::id));
    }

    private static <K, V> Map<K, V> index(Stream<V> values, Function<V, K> key) {
        return values.collect(Collectors.toMap(key, Function.identity()));
    }

    /** The same, at another time by the server's clock. */
    static Circumstances at(Instant instant, Circumstances now) {
        return new Circumstances(
                now.actor(), now.acting(), now.known(), now.territories(), instant, instant);
    }

    /** The same, told afterwards. */
    static Circumstances archived(Instant instant, Circumstances now) {
        return new Circumstances(
                now.actor(), now.acting(), now.known(), now.territories(), instant, now.now());
    }

    /** The same, knowing something newer of an experience. */
    static Circumstances knowing(KnownExperience experience, Circumstances before) {
        Known known = before.known();
        Map<ExperienceId, KnownExperience> experiences = new HashMap<>(known.experiences());
        experiences.put(experience.id(), experience);
        return with(
                new Known(known.partners(), known.signatories(), experiences, known.cards()),
                before);
    }

    static Circumstances with(Known known, Circumstances before) {
        return new Circumstances(
                before.actor(),
                before.acting(),
                known,
                before.territories(),
                before.at(),
                before.now());
    }
}
