package relais.contributions.contribution;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Partners;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;
import relais.contributions.known.Cards;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.KnownWorld;

/** The use cases with everything around them in memory, and a clock that tests move. */
final class Bench {

    static final Actor AMF = of("p-amf", Role.PARTNER);
    static final Actor ADF = of("p-adf", Role.PARTNER);
    static final Actor TOWN = of("p-town", Role.PARTNER);
    static final Actor SUSPENDED = of("p-suspended", Role.PARTNER);
    static final Actor SECRETARY = new Actor("m-comite", null, Set.of(Role.COMMITTEE));
    static final Actor ANYONE = new Actor("anyone", null, Set.of());
    static final ExperienceId TABLETS = ContributionSamples.TABLETS;

    Instant now = ContributionSamples.NOW;
    final InMemoryContributions contributions = new InMemoryContributions();
    final InMemoryWorkingCopies copies = new InMemoryWorkingCopies();
    final Map<ExperienceId, KnownExperience> experiences = new HashMap<>();
    private final Map<PartnerId, Partner> partners = new HashMap<>();

    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final GatherCircumstances gather =
            new GatherCircumstances(
                    new KnownPartners(),
                    id -> Optional.ofNullable(experiences.get(id)),
                    this::card,
                    new Nowhere(),
                    clock);

    final ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change =
            gather.change(
                    new ContributionRules(QuorumRule.TWO_THIRDS),
                    new WorkingCopiesFollow(contributions, copies));
    final ReadContributions read = new ReadContributions(contributions, contributions, gather);
    final EditWorkingCopies edit = new EditWorkingCopies(read, copies, gather, clock);
    final ReactionsOfContributions reactions =
            new ReactionsOfContributions(
                    contributions,
                    contributions,
                    id -> Optional.ofNullable(experiences.get(id)),
                    change);

    Bench() {
        for (String signatory : List.of("p-amf", "p-adf", "p-suspended")) {
            register(signatory);
            tell(signatory, new PartnerFact.CommitteeJoined());
        }
        register("p-town");
        tell("p-suspended", new PartnerFact.Suspended());
        experiences.put(
                TABLETS,
                new KnownExperience(TABLETS, 3, 2L, KnownExperience.Standing.PUBLISHED, null));
    }

    void tell(String partner, PartnerFact fact) {
        PartnerId id = new PartnerId(partner);
        partners.put(id, Partner.apply(id, partners.get(id), fact));
    }

    /** Opened by the AMF, which drafts it together with the ADF. */
    Stored<Contribution> open(String id) {
        return open(id, null);
    }

    Stored<Contribution> open(String id, @Nullable String supersedes) {
        return done(
                change.create(
                        id,
                        new ContributionCommand.Open(
                                new ContributionId(id),
                                new ContributionCommand.Opening(
                                        "OPINION",
                                        "Avis " + id,
                                        null,
                                        List.of("USES"),
                                        List.of("p-adf"),
                                        supersedes)),
                        Request.now(AMF)));
    }

    /** Opened, and with a section of text. */
    Stored<Contribution> drafted(String id) {
        open(id);
        return done(id, AMF, draft("Un poste par classe."));
    }

    /** With the consultation open for a day. */
    Stored<Contribution> consulted(String id) {
        drafted(id);
        return consult(id);
    }

    Stored<Contribution> consult(String id) {
        return done(
                id,
                SECRETARY,
                new ContributionCommand.OpenConsultation(now.plusSeconds(86_400).toString(), null));
    }

    /** Adopted a day later, with the consent of both signatories. */
    Stored<Contribution> adopted(String id) {
        if (contributions.find(id).isEmpty()) {
            drafted(id);
        }
        consult(id);
        done(id, AMF, new ContributionCommand.TakePosition("CONSENT", null));
        done(id, ADF, new ContributionCommand.TakePosition("CONSENT", null));
        now = now.plusSeconds(86_400);
        return done(id, SECRETARY, new ContributionCommand.Adopt(null));
    }

    /** Citing the tablets at a version. */
    Stored<Contribution> citing(String id, long version) {
        drafted(id);
        return done(id, AMF, new ContributionCommand.Cite(TABLETS.value(), version, null, null));
    }

    static ContributionCommand.Draft draft(String body) {
        return new ContributionCommand.Draft(
                "Avis",
                null,
                List.of("USES"),
                List.of(new ContributionCommand.DraftedSection(null, "Usages", body)),
                null);
    }

    Stored<Contribution> done(String id, Actor actor, ContributionCommand command) {
        return done(change.changeLatest(id, command, Request.now(actor)));
    }

    static Stored<Contribution> done(Result<Contribution> result) {
        if (result instanceof Result.Done<Contribution>(Stored<Contribution> stored, _)) {
            return stored;
        }
        throw new AssertionError(result);
    }

    Stored<Contribution> stored(String id) {
        return contributions.find(id).orElseThrow();
    }

    private void register(String partner) {
        tell(
                partner,
                new PartnerFact.Registered(
                        "Le partenaire " + partner,
                        PartnerKind.NATIONAL_ASSOCIATION,
                        new TerritoryCode("pays:FR"),
                        KnownWorld.NOW));
    }

    private Optional<Cards.KnownCard> card(String id) {
        return contributions
                .find(id)
                .map(Stored::state)
                .map(
                        state ->
                                new Cards.KnownCard(
                                        id, state.status().name(), state.isPublic(), 1, 9));
    }

    private static Actor of(String partner, Role role) {
        return new Actor("m-" + partner, new PartnerId(partner), Set.of(role));
    }

    private final class KnownPartners implements Partners {
        @Override
        public Optional<Partner> find(PartnerId id) {
            return Optional.ofNullable(partners.get(id));
        }

        @Override
        public Set<PartnerId> signatories() {
            return partners.values().stream()
                    .filter(Partner::isSignatory)
                    .map(Partner::id)
                    .collect(Collectors.toSet());
        }
    }

    private static final class Nowhere implements TerritoryMap {
        @Override
        public boolean exists(TerritoryCode territory, LocalDate on) {
            return false;
        }

        @Override
        public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
            return false;
        }
    }
}
