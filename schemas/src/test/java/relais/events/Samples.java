package relais.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import relais.events.experiences.AdoptionEnded;
import relais.events.experiences.AdoptionReported;
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
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.FieldComment;
import relais.events.experiences.Level;
import relais.events.experiences.Link;
import relais.events.experiences.Means;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import relais.events.partners.CharterSigned;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
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
    private static final LocalDate DAY = LocalDate.of(2015, 10, 1);

    private static final Map<String, SpecificRecord> BY_TYPE =
            Stream.concat(partners(), experiences())
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
                new PartnerSuspended(PARTNER, "Fusion en cours"),
                new PartnerReinstated(PARTNER, "Fusion achevée"),
                new MandateGranted(
                        PARTNER, "m-besancon", MandateRole.REPRESENTATIVE, DAY, DAY.plusYears(3)),
                new MandateEnded(PARTNER, "m-besancon", DAY.plusYears(2), "Fin de fonction"));
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
                        DAY.plusYears(1)),
                new AdoptionEnded(EXPERIENCE, "a-1", "Bilan fait", DAY.plusYears(2)));
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
                "LO-2.0");
    }
}
