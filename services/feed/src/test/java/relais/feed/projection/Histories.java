package relais.feed.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of one partner and one experience, for tests. */
public final class Histories {

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

    public static Content content(String title) {
        return new Content(
                title,
                "Des tablettes pour chaque classe",
                "commune:25056",
                "ECOLE",
                List.of("USES", "INFRASTRUCTURE"),
                List.of("tablettes"),
                "Les élèves de CE2",
                LocalDate.parse("2014-09-01"),
                null,
                "Peu d'équipement dans les écoles",
                "La ville a équipé les classes",
                List.of("Canopé"),
                new Content.Means(new BigDecimal("18000.00"), new BigDecimal("1.50"), "une année"),
                new Content.Results("MEASURED", "Deux classes sur trois"),
                "La maintenance",
                "Un référent par école",
                List.of(new Content.Link("Site", "https://example.org/a?b=c&d")),
                "LO-2.0");
    }

    public static FeedEvent.ExperienceSubmitted submitted() {
        return new FeedEvent.ExperienceSubmitted(
                stamp(1),
                new ExperienceCard.Origin(PARTNER, null, "ext-1"),
                content("Besançon.clic"));
    }

    public static FeedEvent.ExperiencePublished published(long sequence) {
        return new FeedEvent.ExperiencePublished(stamp(sequence), "Bravo");
    }

    public static FeedEvent.ExperienceAdopted adopted(long sequence) {
        return new FeedEvent.ExperienceAdopted(
                stamp(sequence),
                "a-1",
                ADOPTER,
                "departement:45",
                "Dans dix collèges",
                LocalDate.parse("2015-10-02"));
    }

    public static FeedEvent.PartnerRegistered registered() {
        return new FeedEvent.PartnerRegistered(
                stamp(PARTNER, 1),
                new PartnerCard.Profile(
                        "Besançon", "COMMUNE", "commune:25056", "212500565", null, null, null));
    }

    /** The card after these events. */
    public static Card after(FeedEvent... events) {
        @Nullable Card card = null;
        for (FeedEvent event : events) {
            card = CardFold.fold(card, event);
        }
        if (card == null) {
            throw new IllegalArgumentException("no events");
        }
        return card;
    }

    public static ExperienceCard experience(FeedEvent... events) {
        return (ExperienceCard) after(events);
    }

    public static PartnerCard partner(FeedEvent... events) {
        return (PartnerCard) after(events);
    }
}
