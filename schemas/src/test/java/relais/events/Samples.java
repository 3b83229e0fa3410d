package relais.events;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionSubmitted;
import relais.events.contributions.ContributionSuperseded;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceChange;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;
import relais.events.contributions.PositionChoice;
import relais.events.contributions.PositionTaken;
import relais.events.contributions.RedactedBy;
import relais.events.contributions.Section;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
import relais.events.experiences.AttachedDocument;
import relais.events.experiences.Axis;
import relais.events.experiences.EndorsementRetracted;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceHighlighted;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceResubmitted;
import relais.events.experiences.ExperienceReturned;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceTakenBack;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.FieldComment;
import relais.events.experiences.HighlightRetracted;
import relais.events.experiences.Level;
import relais.events.experiences.Link;
import relais.events.experiences.Means;
import relais.events.experiences.Picture;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import relais.events.open.PublicActivity;
import relais.events.open.PublicCard;
import relais.events.partners.CharterSigned;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.MandatePersonErased;
import relais.events.partners.MandateRole;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

/** One event of each type with every field filled, so that its bytes pin the whole schema. */
final class Samples {

    private static final String PARTNER = "p-commune-25056";
    private static final String EXPERIENCE = "x-tablettes-besancon";
    private static final String CONTRIBUTION = "c-socle-numerique-de-base";
    private static final String OBJECTIVE = "o-ecoles-raccordees";
    private static final String ACTION = "ac-classes-mobiles";
    private static final String WORKING_DAY = "wd-2015-10-01";
    private static final String MESSAGE = "msg-1";
    private static final LocalDate DAY = LocalDate.of(2015, 10, 1);

    private static final Map<String, SpecificRecord> BY_TYPE =
            Stream.of(partners(), experiences(), contributions(), agenda(), messages(), open())
                    .flatMap(Function.identity())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    event -> event.getSchema().getFullName(), Function.identity()));

    private Samples() {}

    static Collection<SpecificRecord> all() {
        return BY_TYPE.values();
    }

    /**
     * @throws IllegalStateException if a new event type has no sample yet
     */
    static SpecificRecord of(Schema schema) {
        SpecificRecord sample = BY_TYPE.get(schema.getFullName());
        if (sample == null) {
            throw new IllegalStateException("Samples has no " + schema.getFullName());
        }
        return sample;
    }

    private static Stream<SpecificRecord> partners() {
        return Stream.of(
                new PartnerRegistered(
                        PARTNER,
                        "Ville de Besançon",
                        PartnerKind.COMMUNE,
                        "commune:25056",
                        "212500565",
                        "21250056500016",
                        "La commune et ses écoles",
                        "archive-7"),
                new PartnerRenamed(PARTNER, "Besançon", "Nom d'usage"),
                new CharterSigned(PARTNER, DAY),
                new CommitteeJoined(PARTNER),
                new CommitteeLeft(PARTNER, "Association dissoute"),
                new PartnerSuspended(PARTNER, "Fusion en cours"),
                new PartnerReinstated(PARTNER, "Fusion achevée"),
                new MandateGranted(
                        PARTNER, "m-besancon", MandateRole.REPRESENTATIVE, DAY, DAY.plusYears(3)),
                new MandateEnded(PARTNER, "m-besancon", DAY.plusYears(2), "Fin de fonction"),
                new MandatePersonErased(PARTNER, "m-besancon"));
    }

    private static Stream<SpecificRecord> experiences() {
        return Stream.of(
                new ExperienceSubmitted(
                        EXPERIENCE, PARTNER, content(), "p-departement-25", "archive-42"),
                new ExperienceReturned(
                        EXPERIENCE,
                        "Résultats à préciser",
                        List.of(new FieldComment("results", "Comment est-ce mesuré ?"))),
                new ExperienceResubmitted(EXPERIENCE, content(), "p-departement-25"),
                new ExperiencePublished(EXPERIENCE, "Bel exemple"),
                new ExperienceRevised(EXPERIENCE, content(), "Coût mis à jour"),
                new ExperienceConfirmed(EXPERIENCE, DAY),
                new ExperienceWithdrawn(EXPERIENCE, "Dispositif arrêté"),
                new ExperienceModerated(EXPERIENCE, "Publicité"),
                new ExperienceEndorsed(EXPERIENCE, "p-region-44", "Nous le confirmons"),
                new EndorsementRetracted(EXPERIENCE, "p-region-44", "Erreur"),
                new ExperienceHighlighted(EXPERIENCE, "À la une", DAY.plusMonths(1)),
                new HighlightRetracted(EXPERIENCE, "Un lien ne répond plus"),
                new ExperienceTakenBack(EXPERIENCE, "Nous la reprenons"),
                new ExperienceAdopted(
                        EXPERIENCE,
                        "a-1",
                        "p-departement-45",
                        "departement:45",
                        "Dans trois collèges",
                        DAY),
                new AdoptionReported(
                        EXPERIENCE,
                        "a-1",
                        new Results(ResultKind.EXPECTED, "Moins d'absences"),
                        "Avec des ordinateurs",
                        DAY.plusYears(1),
                        "x-71aa04"),
                new AdoptionEnded(EXPERIENCE, "a-1", "Bilan fait", DAY.plusYears(2)));
    }

    private static Stream<SpecificRecord> contributions() {
        List<relais.events.contributions.Axis> axes =
                List.of(
                        relais.events.contributions.Axis.FRAMEWORKS,
                        relais.events.contributions.Axis.INFRASTRUCTURE);
        return Stream.of(
                new ContributionOpened(
                        CONTRIBUTION,
                        "p-mene",
                        ContributionKind.FRAMEWORK,
                        "Socle numérique de base",
                        "Ce dont toute école a besoin",
                        axes,
                        List.of("p-mene", "p-amf"),
                        "c-premier-socle"),
                new ContributionDrafted(
                        CONTRIBUTION,
                        "Socle numérique de base pour les écoles",
                        "Ce dont toute école a besoin, et qui l'apporte",
                        axes,
                        List.of(
                                new Section("s-1", "Le réseau", "Un accès **pour chaque classe**."),
                                new Section(
                                        "s-2", "Le matériel", "- une valise mobile\n- un écran")),
                        "Une section sur le matériel"),
                new EvidenceCited(
                        CONTRIBUTION, EXPERIENCE, 4L, "s-2", "Quatre écoles, une seule valise"),
                new EvidenceRemoved(CONTRIBUTION, EXPERIENCE, "Citée deux fois"),
                new EvidenceOutdated(
                        CONTRIBUTION,
                        EXPERIENCE,
                        4L,
                        EvidenceChange.REVISED,
                        5L,
                        Instant.parse("2015-11-12T09:30:00.125Z"),
                        "Coût mis à jour"),
                new AmendmentProposed(
                        CONTRIBUTION,
                        "am-1",
                        "p-adf",
                        "s-1",
                        2L,
                        "Le réseau",
                        "Un accès **pour chaque classe**.",
                        "Le réseau et son débit",
                        "Un accès pour chaque classe, dont le débit est **mesuré**.",
                        "Un accès trop lent ne sert à personne"),
                new AmendmentAccepted(
                        CONTRIBUTION,
                        "am-1",
                        "s-1",
                        "Le réseau et son débit",
                        "Un accès pour chaque classe, dont le débit est **mesuré**.",
                        "Avec nos remerciements"),
                new AmendmentRejected(CONTRIBUTION, "am-2", "Relève du référentiel wifi"),
                new AmendmentWithdrawn(CONTRIBUTION, "am-3", "Déjà dit à la section 1"),
                new ConsultationOpened(
                        CONTRIBUTION,
                        Instant.parse("2016-01-31T23:00:00Z"),
                        List.of("p-amf", "p-adf", "p-arf"),
                        2,
                        "Deux mois, fêtes comprises"),
                new PositionTaken(
                        CONTRIBUTION,
                        "p-arf",
                        PositionChoice.RESERVATION,
                        "Sous réserve d'une aide aux communes rurales"),
                new ConsultationClosed(CONTRIBUTION, "La section 2 est à réécrire"),
                new ContributionAdopted(CONTRIBUTION, DAY, "c-premier-socle", "À l'unanimité"),
                new ContributionSubmitted(CONTRIBUTION, 7L, "Relu par les deux associations"),
                new ContributionWithdrawn(CONTRIBUTION, "Fondue dans un autre texte"),
                new ContributionSuperseded(CONTRIBUTION, "c-socle-2019"));
    }

    private static Stream<SpecificRecord> agenda() {
        return Stream.of(
                new ObjectiveSet(
                        OBJECTIVE,
                        relais.events.contributions.Axis.INFRASTRUCTURE,
                        "Raccorder toutes les écoles",
                        "Part des écoles raccordées au très haut débit",
                        "%",
                        new BigDecimal("12.5000"),
                        DAY,
                        new BigDecimal("100.0000"),
                        DAY.plusYears(5),
                        "p-amf",
                        "Débit d'au moins 30 Mbit/s"),
                new ObjectiveMeasured(
                        OBJECTIVE,
                        new BigDecimal("31.2500"),
                        DAY.plusYears(1),
                        "Enquête auprès des communes",
                        "Hors outre-mer"),
                new ObjectiveWithdrawn(OBJECTIVE, "Repris par le plan national"),
                new ActionPlanned(ACTION, action(), WORKING_DAY, "d-1"),
                new ActionRevised(ACTION, action(), "Une région de plus"),
                new ActionProgressed(ACTION, 40, "Douze communes sur trente sont équipées"),
                new ActionCompleted(ACTION, DAY.plusMonths(18), "Trente communes équipées"),
                new ActionAbandoned(ACTION, "Faute de crédits"),
                new WorkingDayScheduled(
                        WORKING_DAY,
                        DAY,
                        "Paris",
                        "commune:75056",
                        "Continuités éducatives et territoriales",
                        "Signature de la charte"),
                new WorkingDayRescheduled(
                        WORKING_DAY,
                        DAY.plusDays(7),
                        "Lyon",
                        "commune:69123",
                        "Gouvernance partagée",
                        "Deux ateliers",
                        "Grève des transports"),
                new WorkingDayCancelled(WORKING_DAY, "Trop peu d'inscrits"),
                new AgendaItemAdded(
                        WORKING_DAY,
                        "ai-1",
                        "p-amf",
                        "La valise mobile de Besançon",
                        EXPERIENCE,
                        4L,
                        "Vingt minutes"),
                new AgendaItemRemoved(WORKING_DAY, "ai-1", "Reporté"),
                new MinutesPublished(
                        WORKING_DAY,
                        "## Matin\n\nLa charte est signée.",
                        List.of("p-mene", "p-amf", "p-adf"),
                        List.of(
                                new MeetingDecision("d-1", "Étendre l'essai", ACTION, action()),
                                new MeetingDecision("d-2", "Se revoir au printemps", null, null)),
                        "Une décision manquait"));
    }

    private static ActionContent action() {
        return new ActionContent(
                "Des classes mobiles pour trente communes",
                "Achats groupés par les départements",
                "p-adf",
                List.of("p-amf", "p-departement-45"),
                "region:24",
                List.of(
                        relais.events.contributions.Axis.INFRASTRUCTURE,
                        relais.events.contributions.Axis.USES),
                DAY.plusYears(2),
                List.of(OBJECTIVE),
                CONTRIBUTION,
                List.of(EXPERIENCE));
    }

    private static Stream<SpecificRecord> messages() {
        return Stream.of(
                new MessagePosted(
                        MESSAGE,
                        CONTRIBUTION,
                        "p-amf",
                        "m-amf",
                        "m-amf-1",
                        ByteBuffer.wrap("douze octets".getBytes(StandardCharsets.UTF_8)),
                        ByteBuffer.wrap("illisible".getBytes(StandardCharsets.UTF_8)),
                        42,
                        "msg-0"),
                new MessageRedacted(MESSAGE, RedactedBy.COMMITTEE, "Nomme un élève"),
                new AuthorKeyErased("m-amf", "m-amf-1"));
    }

    private static Stream<SpecificRecord> open() {
        Instant at = Instant.parse("2015-10-01T08:30:00Z");
        List<String> territories = List.of("commune:25056", "departement:25", "region:27");
        return Stream.of(
                new PublicActivity(
                        EXPERIENCE + ":4",
                        "ExperienceAdopted",
                        "EXPERIENCE",
                        EXPERIENCE,
                        4L,
                        "PUBLISHED",
                        "commune:25056",
                        territories,
                        PARTNER,
                        "p-departement-45",
                        CONTRIBUTION,
                        List.of("USES", "INFRASTRUCTURE"),
                        List.of("ECOLE"),
                        at,
                        true),
                new PublicCard(
                        EXPERIENCE,
                        "EXPERIENCE",
                        4L,
                        "PUBLISHED",
                        "Des tablettes à l'école",
                        "Une classe mobile pour quatre écoles",
                        "commune:25056",
                        territories,
                        PARTNER,
                        List.of("USES", "INFRASTRUCTURE"),
                        List.of("ECOLE"),
                        List.of("tablettes", "classe mobile"),
                        new BigDecimal("12500.50"),
                        "MEASURED",
                        1,
                        "/cards/" + EXPERIENCE,
                        at,
                        at.plusSeconds(3600)));
    }

    static ExperienceContent content() {
        return new ExperienceContent(
                "Des tablettes à l'école",
                "Une classe mobile pour quatre écoles",
                "commune:25056",
                Level.ECOLE,
                List.of(Axis.USES, Axis.INFRASTRUCTURE),
                List.of("tablettes", "classe mobile"),
                "Cycle 3",
                LocalDate.of(2012, 9, 3),
                LocalDate.of(2015, 7, 4),
                "Peu d'équipement partagé",
                "Prêt d'une valise de tablettes",
                List.of("Académie de Besançon", "Canopé"),
                new Means(new BigDecimal("12500.50"), new BigDecimal("0.25"), "Hors formation"),
                new Results(ResultKind.MEASURED, "Quatre classes, cent élèves"),
                "Le réseau sans fil",
                "Un référent par école",
                List.of(new Link("Le bilan", "https://example.org/bilan")),
                List.of(
                        new Picture(
                                "5e".repeat(32),
                                "image/jpeg",
                                84_512L,
                                1280,
                                853,
                                "Deux élèves autour d'une tablette",
                                "CC-BY-4.0",
                                "Ville de Besançon")),
                List.of(
                        new AttachedDocument(
                                "d0".repeat(32),
                                "application/pdf",
                                1_204_331L,
                                "Le guide du référent",
                                "LO-2.0")),
                "LO-2.0");
    }
}
