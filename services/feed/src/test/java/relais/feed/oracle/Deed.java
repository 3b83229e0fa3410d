package relais.feed.oracle;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the feed tells of an event besides the card.
 *
 * @param by another partner than the card's that acted
 * @param territory another one that it is about
 * @param note what was said with it
 * @param subject another card that it is about
 * @param isConfidential whether it is the committee's alone though the card is not
 */
record Deed(
        @Nullable String by,
        @Nullable String territory,
        @Nullable String note,
        @Nullable String subject,
        boolean isConfidential) {

    /** Who holds a mandate is the partner's and the committee's concern. */
    private static final Set<String> CONFIDENTIAL =
            Set.of("MandateGranted", "MandateEnded", "MandatePersonErased");

    private static final Set<String> OF_ANOTHER_PARTNER =
            Set.of(
                    "ExperienceEndorsed",
                    "EndorsementRetracted",
                    "ExperienceAdopted",
                    "AmendmentProposed",
                    "PositionTaken",
                    "AgendaItemAdded");

    /** Where the words said with an event are, unless they are its {@code reason}. */
    private static final Map<String, String> NOTES =
            Map.ofEntries(
                    Map.entry("ExperiencePublished", "comment"),
                    Map.entry("ExperienceRevised", "summary"),
                    Map.entry("ExperienceEndorsed", "comment"),
                    Map.entry("ExperienceHighlighted", "headline"),
                    Map.entry("ExperienceAdopted", "plan"),
                    Map.entry("ContributionDrafted", "note"),
                    Map.entry("ContributionSubmitted", "note"),
                    Map.entry("EvidenceCited", "note"),
                    Map.entry("AmendmentAccepted", "comment"),
                    Map.entry("ConsultationOpened", "note"),
                    Map.entry("ContributionAdopted", "note"),
                    Map.entry("ObjectiveSet", "note"),
                    Map.entry("ObjectiveMeasured", "note"),
                    Map.entry("ActionProgressed", "report"),
                    Map.entry("ActionCompleted", "report"),
                    Map.entry("AgendaItemAdded", "label"),
                    Map.entry("MinutesPublished", "correction"));

    /** What a territory said of its own card stands on that card, for whom it is meant. */
    private static final Set<String> WITHOUT_NOTE = Set.of("EvidenceOutdated");

    static Deed of(Event event, Sheet card) {
        Map<String, Object> adoption = card.line("adoptions", "id", event.value("adoptionId"));
        return new Deed(
                by(event, card, adoption),
                (String) adoption.get("territory"),
                note(event),
                subject(event, card),
                CONFIDENTIAL.contains(event.type()));
    }

    private static @Nullable String by(Event event, Sheet card, Map<String, Object> adoption) {
        if (OF_ANOTHER_PARTNER.contains(event.type())) {
            return event.textOrNull("partnerId");
        }
        if (event.type().equals("AmendmentWithdrawn")) {
            return (String) card.line("amendments", "id", event.text("amendmentId")).get("partner");
        }
        return (String) adoption.get("partner");
    }

    private static @Nullable String note(Event event) {
        if (WITHOUT_NOTE.contains(event.type())) {
            return null;
        }
        if (event.type().equals("AdoptionReported")) {
            return (String) event.record("results").get("text");
        }
        return event.textOrNull(NOTES.getOrDefault(event.type(), "reason"));
    }

    private static @Nullable String subject(Event event, Sheet card) {
        return event.type().startsWith("Evidence")
                ? event.text("experienceId")
                : card.text("subject");
    }
}
