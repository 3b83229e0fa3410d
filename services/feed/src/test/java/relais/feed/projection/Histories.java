package relais.feed.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.experiences.AttachedDocument;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceAdopted;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.Level;
import relais.events.experiences.Link;
import relais.events.experiences.Means;
import relais.events.experiences.Picture;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;
import relais.events.partners.PartnerKind;
import relais.events.partners.PartnerRegistered;

/** Events of one partner and one experience, for tests. */
public final class Histories {

    public static final String PICTURE = "5e".repeat(32);
    public static final String DOCUMENT = "d0".repeat(32);

    public static final Instant START = Instant.parse("2015-10-01T08:00:00Z");
    public static final String EXPERIENCE = "x-1";
    public static final String PARTNER = "p-commune-25056";
    public static final String ADOPTER = "p-departement-45";

    private Histories() {}

    /** The stamp of an experience's event, one hour after the one before. */
    public static Stamp stamp(long sequence) {
        return stamp(EXPERIENCE, sequence);
    }

    public static Stamp stamp(String aggregateId, long sequence) {
        return new Stamp(
                aggregateId,
                sequence,
                START.plusSeconds(3600 * sequence),
                PARTNER,
                "correlation-" + sequence,
                false,
                new LogPosition("relais.experiences", 3, 100 + sequence));
    }

    /** What happened, at home in the whole country. */
    public static CardEvent event(Stamp stamp, SpecificRecord data) {
        return event(stamp, "pays:FR", data);
    }

    public static CardEvent event(Stamp stamp, String territory, SpecificRecord data) {
        return new CardEvent(stamp, territory, data);
    }

    public static CardEvent skipped(Stamp stamp) {
        return new CardEvent(stamp, "pays:FR", null);
    }

    public static ExperienceContent content(String title) {
        return new ExperienceContent(
                title,
                "Des tablettes pour chaque classe",
                "commune:25056",
                Level.ECOLE,
                List.of(Axis.USES, Axis.INFRASTRUCTURE),
                List.of("tablettes"),
                "Les élèves de CE2",
                LocalDate.parse("2014-09-01"),
                null,
                "Peu d'équipement dans les écoles",
                "La ville a équipé les classes",
                List.of("Canopé"),
                new Means(new BigDecimal("18000.00"), new BigDecimal("1.50"), "une année"),
                new Results(ResultKind.MEASURED, "Deux classes sur trois"),
                "La maintenance",
                "Un référent par école",
                List.of(new Link("Site", "https://example.org/a?b=c&d")),
                List.of(
                        new Picture(
                                PICTURE,
                                "image/jpeg",
                                84_512L,
                                1280,
                                853,
                                "Deux élèves",
                                "CC-BY-4.0",
                                "La ville")),
                List.of(
                        new AttachedDocument(
                                DOCUMENT, "application/pdf", 1_204_331L, "Le guide", "LO-2.0")),
                "LO-2.0");
    }

    public static CardEvent submitted() {
        return event(
                stamp(1),
                new ExperienceSubmitted("", PARTNER, content("Besançon.clic"), null, "ext-1"));
    }

    public static CardEvent published(long sequence) {
        return event(stamp(sequence), new ExperiencePublished("", "Bravo"));
    }

    public static CardEvent adopted(long sequence) {
        return event(
                stamp(sequence),
                new ExperienceAdopted(
                        "",
                        "a-1",
                        ADOPTER,
                        "departement:45",
                        "Dans dix collèges",
                        LocalDate.parse("2015-10-02")));
    }

    public static CardEvent registered() {
        return event(
                stamp(PARTNER, 1),
                new PartnerRegistered(
                        "",
                        "Besançon",
                        PartnerKind.valueOf("COMMUNE"),
                        "commune:25056",
                        "212500565",
                        null,
                        null,
                        null));
    }

    /** The card after these events. */
    public static Card after(CardEvent... events) {
        @Nullable Card card = null;
        for (CardEvent event : events) {
            card = CardFold.fold(card, event);
        }
        if (card == null) {
            throw new IllegalArgumentException("no events");
        }
        return card;
    }

    public static ExperienceCard experience(CardEvent... events) {
        return (ExperienceCard) after(events);
    }

    public static PartnerCard partner(CardEvent... events) {
        return (PartnerCard) after(events);
    }
}
