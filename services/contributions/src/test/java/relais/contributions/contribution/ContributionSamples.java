package relais.contributions.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/** Contributions, events and working copies with every field, and with as few as there can be. */
public final class ContributionSamples {

    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123Z");
    public static final PartnerId AMF = new PartnerId("p-amf");
    public static final PartnerId ADF = new PartnerId("p-adf");
    public static final ContributionId ID = new ContributionId("c-socle");
    public static final ContributionId OTHER = new ContributionId("c-other");
    public static final ExperienceId TABLETS = new ExperienceId("x-tablets");
    public static final AmendmentId AMENDMENT = new AmendmentId("am-1");

    private static final SectionId USES = SectionId.numbered(1);
    private static final Wording BASE = new Wording("Usages", "Un poste par classe.");
    private static final Wording PROPOSED = new Wording("Les usages", "Un poste par élève.");
    private static final Change REVISED =
            new Change(5, EvidenceChange.REVISED, NOW.minusSeconds(60), "chiffres à jour");

    private ContributionSamples() {}

    /** No field is absent or empty, however unlikely together. */
    public static Contribution full() {
        return new Contribution(
                ID,
                AMF,
                new TerritoryCode("commune:75056"),
                ContributionKind.FRAMEWORK,
                new Text(
                        "Socle numérique de base",
                        "Ce qu’une école devrait avoir",
                        List.of(Axis.values()),
                        List.of(
                                new Section(USES, BASE, 2),
                                new Section(SectionId.numbered(3), new Wording("Réseau", ""), 4)),
                        4,
                        3),
                List.of(AMF, ADF),
                List.of(
                        new Evidence(TABLETS, 3, USES, "deux ans", REVISED),
                        new Evidence(new ExperienceId("x-network"), 2, null, null, null)),
                List.of(
                        amendment(AMENDMENT, AmendmentStatus.ACCEPTED, "repris"),
                        amendment(new AmendmentId("am-2"), AmendmentStatus.OPEN, null)),
                new Contribution.Submission(NOW.minusSeconds(4000), "relu"),
                new Consultation(
                        NOW,
                        NOW.plusSeconds(3600),
                        List.of(AMF, ADF),
                        2,
                        "avant la journée",
                        List.of(
                                new Position(ADF, PositionChoice.RESERVATION, "les îles", NOW),
                                new Position(AMF, PositionChoice.CONSENT, null, NOW))),
                ContributionStatus.SUPERSEDED,
                "close une fois",
                NOW.minusSeconds(7200),
                NOW.minusSeconds(3600),
                LocalDate.parse("2026-04-02"),
                new ContributionId("c-older"),
                new ContributionId("c-newer"));
    }

    /** As it is right after its opening. */
    public static Contribution bare() {
        return new Contribution(
                ID,
                AMF,
                new TerritoryCode("pays:FR"),
                ContributionKind.OPINION,
                new Text("Avis", null, List.of(Axis.USES), List.of(), 1, 0),
                List.of(AMF),
                List.of(),
                List.of(),
                null,
                null,
                ContributionStatus.DRAFTING,
                null,
                NOW,
                null,
                null,
                null,
                null);
    }

    /** One of each kind, with every field. */
    public static List<ContributionEvent> fullEvents() {
        return List.of(
                new ContributionEvent.Opened(
                        ID,
                        AMF,
                        new TerritoryCode("pays:FR"),
                        ContributionKind.PROPOSAL,
                        "Socle",
                        "En bref",
                        List.of(Axis.values()),
                        List.of(AMF, ADF),
                        OTHER),
                new ContributionEvent.Drafted(
                        "Socle",
                        "En bref",
                        List.of(Axis.INDUSTRY),
                        List.of(new ContributionEvent.Passage(USES, BASE)),
                        "première version"),
                new ContributionEvent.Submitted(2, "relu"),
                new ContributionEvent.EvidenceCited(TABLETS, 3, USES, "deux ans"),
                new ContributionEvent.EvidenceRemoved(TABLETS, "hors sujet"),
                new ContributionEvent.EvidenceOutdated(TABLETS, 3, REVISED),
                new ContributionEvent.AmendmentProposed(
                        AMENDMENT, ADF, USES, 2, BASE, PROPOSED, "parce que"),
                new ContributionEvent.AmendmentAccepted(AMENDMENT, USES, PROPOSED, "repris"),
                new ContributionEvent.AmendmentRejected(AMENDMENT, "déjà dit"),
                new ContributionEvent.AmendmentWithdrawn(AMENDMENT, "en double"),
                new ContributionEvent.ConsultationOpened(
                        NOW.plusSeconds(3600), List.of(AMF, ADF), 2, "avant la journée"),
                new ContributionEvent.PositionTaken(ADF, PositionChoice.OBJECTION, "les îles"),
                new ContributionEvent.ConsultationClosed("à reprendre"),
                new ContributionEvent.Adopted(
                        LocalDate.parse("2026-04-02"), OTHER, "à l’unanimité"),
                new ContributionEvent.Withdrawn("sans objet"),
                new ContributionEvent.Superseded(OTHER));
    }

    /** Those of which something may be absent, without it. */
    public static List<ContributionEvent> bareEvents() {
        return List.of(
                new ContributionEvent.Opened(
                        ID,
                        AMF,
                        new TerritoryCode("pays:FR"),
                        ContributionKind.OPINION,
                        "Avis",
                        null,
                        List.of(),
                        List.of(AMF),
                        null),
                new ContributionEvent.Drafted("Avis", null, List.of(), List.of(), null),
                new ContributionEvent.Submitted(2, null),
                new ContributionEvent.EvidenceCited(TABLETS, 3, null, null),
                new ContributionEvent.EvidenceRemoved(TABLETS, null),
                new ContributionEvent.EvidenceOutdated(
                        TABLETS, 3, new Change(4, EvidenceChange.MODERATED, NOW, null)),
                new ContributionEvent.AmendmentAccepted(AMENDMENT, USES, BASE, null),
                new ContributionEvent.AmendmentWithdrawn(AMENDMENT, null),
                new ContributionEvent.ConsultationOpened(NOW, List.of(), 0, null),
                new ContributionEvent.PositionTaken(ADF, PositionChoice.CONSENT, null),
                new ContributionEvent.Adopted(LocalDate.parse("2026-04-02"), null, null));
    }

    public static WorkingCopy workingCopy(ContributionId contribution, PartnerId partner) {
        return new WorkingCopy(
                contribution,
                partner,
                3,
                2,
                new ContributionCommand.Draft(
                        "Titre",
                        "En bref",
                        List.of("USES", "n’importe quoi"),
                        List.of(
                                new ContributionCommand.DraftedSection("s-1", "Usages", "Un poste"),
                                new ContributionCommand.DraftedSection(null, null, null)),
                        "à finir"),
                NOW);
    }

    private static Amendment amendment(
            AmendmentId id, AmendmentStatus status, @Nullable String answer) {
        return new Amendment(id, ADF, USES, 2, BASE, PROPOSED, "parce que", status, answer);
    }
}
