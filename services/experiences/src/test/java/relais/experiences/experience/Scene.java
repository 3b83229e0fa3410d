package relais.experiences.experience;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;
import relais.experiences.experience.ProposedContent.ProposedDocument;
import relais.experiences.experience.ProposedContent.ProposedLink;
import relais.experiences.experience.ProposedContent.ProposedMeans;
import relais.experiences.experience.ProposedContent.ProposedPicture;
import relais.experiences.experience.ProposedContent.ProposedResults;

/** Partners, territories and cards that tests play with. */
public final class Scene {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    public static final ExperienceId EXPERIENCE = new ExperienceId("x-1");
    public static final AdoptionId ADOPTION = new AdoptionId("a-1");

    public static final Partner TOWN = partner("p-town", PartnerKind.COMMUNE, "commune:45234");
    public static final Partner NEIGHBOUR =
            partner("p-neighbour", PartnerKind.COMMUNE, "commune:25056");
    public static final Partner EPCI = partner("p-epci", PartnerKind.EPCI, "epci:244500468");
    public static final Partner DEPARTEMENT =
            partner("p-departement", PartnerKind.DEPARTEMENT, "departement:45");
    public static final Partner REGION = partner("p-region", PartnerKind.REGION, "region:24");
    public static final Partner ACADEMIE =
            partner("p-academie", PartnerKind.ACADEMIE, "academie:18");
    public static final Partner MINISTRY = member("p-mene", PartnerKind.MINISTRY);
    public static final Partner ASSOCIATION =
            member("p-association", PartnerKind.NATIONAL_ASSOCIATION);

    /** As national as they are, and not of the committee. */
    public static final Partner OBSERVER =
            partner("p-observer", PartnerKind.NATIONAL_ASSOCIATION, "pays:FR");

    public static final List<Partner> PARTNERS =
            List.of(TOWN, NEIGHBOUR, EPCI, DEPARTEMENT, REGION, ACADEMIE, MINISTRY, ASSOCIATION);

    /** Orléans in Loiret in Centre, also in its métropole and its académie; Besançon elsewhere. */
    public static final TerritoryMap TERRITORIES =
            new TerritoryMap() {
                private final Map<String, Set<String>> above =
                        Map.of(
                                "commune:45234",
                                Set.of(
                                        "epci:244500468",
                                        "departement:45",
                                        "region:24",
                                        "academie:18",
                                        "pays:FR"),
                                "commune:25056",
                                Set.of("departement:25", "region:27", "academie:03", "pays:FR"),
                                "epci:244500468",
                                Set.of("pays:FR"),
                                "departement:45",
                                Set.of("region:24", "academie:18", "pays:FR"),
                                "region:24",
                                Set.of("pays:FR"),
                                "region:73",
                                Set.of("pays:FR"),
                                "academie:18",
                                Set.of("pays:FR"),
                                "pays:FR",
                                Set.of());

                @Override
                public boolean exists(TerritoryCode territory, LocalDate on) {
                    boolean gone =
                            territory.value().equals("region:73")
                                    && !on.isBefore(LocalDate.parse("2016-01-01"));
                    return above.containsKey(territory.value()) && !gone;
                }

                @Override
                public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
                    return exists(inner, on)
                            && (inner.equals(outer)
                                    || above.getOrDefault(inner.value(), Set.of())
                                            .contains(outer.value()));
                }
            };

    private Scene() {}

    static Partner partner(String id, PartnerKind kind, String territory) {
        return new Partner(
                new PartnerId(id),
                id,
                kind,
                new TerritoryCode(territory),
                Instant.parse("2000-01-01T00:00:00Z"),
                true,
                false,
                Map.of());
    }

    private static Partner member(String id, PartnerKind kind) {
        Partner partner = partner(id, kind, "pays:FR");
        return Partner.apply(partner.id(), partner, new PartnerFact.CommitteeJoined());
    }

    public static Partner townNamed(String id) {
        return partner(id, PartnerKind.COMMUNE, "commune:45234");
    }

    public static Partner suspended(Partner partner) {
        return Partner.apply(partner.id(), partner, new PartnerFact.Suspended());
    }

    /** Someone of a partner, acting now. */
    public static Circumstances by(Partner partner) {
        return circumstances(actor(partner), partner, null, NOW, NOW);
    }

    public static Circumstances committee() {
        return circumstances(committeeActor(), MINISTRY, null, NOW, NOW);
    }

    public static Actor committeeActor() {
        return new Actor("m-comite", MINISTRY.id(), Set.of(Role.COMMITTEE));
    }

    public static Actor actor(Partner partner) {
        return new Actor("m-" + partner.id().value(), partner.id(), Set.of(Role.PARTNER));
    }

    public static Circumstances circumstances(
            Actor actor,
            @Nullable Partner acting,
            @Nullable Partner competent,
            Instant at,
            Instant now) {
        return new Circumstances(actor, acting, competent, null, Map.of(), TERRITORIES, at, now);
    }

    public static ExperienceCommand.Submit submit(ProposedContent card) {
        return new ExperienceCommand.Submit(EXPERIENCE, new ProposedCard(card, null, null), null);
    }

    public static Experience submitted(Partner owner, ProposedContent card) {
        return after(null, submit(card), by(owner));
    }

    public static Experience published(Partner owner, ProposedContent card) {
        return after(submitted(owner, card), new ExperienceCommand.Publish(null), committee());
    }

    /** The state after a command that must be accepted. */
    public static Experience after(
            @Nullable Experience before, ExperienceCommand command, Circumstances circumstances) {
        return Experience.apply(before, event(before, command, circumstances), circumstances.at());
    }

    /** The event of a command that must be accepted. */
    static ExperienceEvent event(
            @Nullable Experience before, ExperienceCommand command, Circumstances circumstances) {
        if (new ExperienceRules().decide(before, command, circumstances)
                instanceof Decision.Accepted<ExperienceEvent> accepted) {
            return accepted.events().getFirst();
        }
        throw new AssertionError(refusals(before, command, circumstances));
    }

    /** A card of Orléans about its écoles that every rule likes. */
    public static CardBuilder card() {
        return new CardBuilder();
    }

    /** A card to spoil in one place. */
    public static final class CardBuilder {
        public @Nullable String title = "Tablettes en classe";
        public @Nullable String preview = "Des tablettes partagées entre six classes";
        public @Nullable String territory = "commune:45234";
        public @Nullable String level = "ECOLE";
        public List<String> axes = List.of("USES");
        public List<String> tags = List.of("tablettes");
        public @Nullable String audience = "CM1 et CM2";
        public @Nullable String startedOn = "2024-09-01";
        public @Nullable String endedOn;
        public @Nullable String problem = "Peu d'équipement";
        public @Nullable String action = "Un chariot de tablettes";
        public List<String> partnersInvolved = List.of("Association des parents");
        public @Nullable ProposedMeans means =
                new ProposedMeans(new BigDecimal("18000"), new BigDecimal("0.5"), "hors formation");
        public @Nullable ProposedResults results = new ProposedResults("MEASURED", "Utile");
        public @Nullable String difficulties;
        public @Nullable String transfer;
        public List<ProposedLink> links =
                List.of(new ProposedLink("Page", "https://example.org/tablettes"));
        public List<ProposedPicture> pictures = List.of();
        public List<ProposedDocument> documents = List.of();
        public boolean licenceAccepted = true;

        public CardBuilder at(String code) {
            territory = code;
            return this;
        }

        public CardBuilder level(String name) {
            level = name;
            return this;
        }

        public CardBuilder title(String text) {
            title = text;
            return this;
        }

        public ProposedContent build() {
            return new ProposedContent(
                    title,
                    preview,
                    territory,
                    level,
                    axes,
                    tags,
                    audience,
                    startedOn,
                    endedOn,
                    problem,
                    action,
                    partnersInvolved,
                    means,
                    results,
                    difficulties,
                    transfer,
                    links,
                    pictures,
                    documents,
                    licenceAccepted);
        }
    }

    /** What is said against a command, each as {@code field:code}; nothing if it is accepted. */
    static List<String> refusals(
            @Nullable Experience experience,
            ExperienceCommand command,
            Circumstances circumstances) {
        return new ExperienceRules().decide(experience, command, circumstances)
                        instanceof Decision.Refused<ExperienceEvent> refused
                ? refused.refusals().stream()
                        .map(refusal -> refusal.field() + ":" + refusal.code())
                        .toList()
                : List.of();
    }
}
