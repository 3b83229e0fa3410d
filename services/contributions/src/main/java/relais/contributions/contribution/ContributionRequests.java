package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The small bodies of the changes. */
final class ContributionRequests {

    private ContributionRequests() {}

    /**
     * @param version of the experience: what is cited stays what it was
     * @param section that it supports; absent for the whole text
     */
    @Schema(
            example =
                    "{\"experience\": \"x-3f9c2a\", \"version\": 4, \"section\": \"s-1\","
                            + " \"note\": \"Mesuré sur deux ans\"}")
    record CitationRequest(
            @Nullable String experience,
            @Nullable Long version,
            @Nullable String section,
            @Nullable String note) {}

    /**
     * @param basedOn the text version that the proposer read
     * @param heading absent to leave it as it is
     */
    @Schema(
            example =
                    "{\"section\": \"s-1\", \"basedOn\": 4, \"body\": \"Un poste par élève.\","
                            + " \"reason\": \"L’usage individuel est devenu la règle\"}")
    record AmendmentRequest(
            @Nullable String section,
            @Nullable Long basedOn,
            @Nullable String heading,
            @Nullable String body,
            @Nullable String reason) {}

    /**
     * @param heading with a body: the heading to have
     * @param body the text to have when the section moved since the amendment was written
     * @param against with a body: the text version that was read to write it
     */
    @Schema(
            example =
                    "{\"comment\": \"Repris\", \"body\": \"Deux postes, puis un par élève.\","
                            + " \"against\": 9}")
    record AcceptanceRequest(
            @Nullable String comment,
            @Nullable String heading,
            @Nullable String body,
            @Nullable Long against) {

        static final AcceptanceRequest AS_PROPOSED = new AcceptanceRequest(null, null, null, null);
    }

    @Schema(example = "{\"reason\": \"Les crédits de cette mesure ne sont plus ouverts\"}")
    record ReasonRequest(@Nullable String reason) {}

    /**
     * @param deadline positions count if taken before it
     */
    @Schema(
            example =
                    "{\"deadline\": \"2026-05-01T16:00:00Z\","
                            + " \"note\": \"Avant la journée de travail\"}")
    record ConsultationRequest(
            @Schema(format = "date-time") @Nullable String deadline, @Nullable String note) {}

    @Schema(example = "{\"position\": \"RESERVATION\", \"reason\": \"Sans les écoles isolées\"}")
    record PositionRequest(
            @Schema(allowableValues = {"CONSENT", "RESERVATION", "OBJECTION", "ABSTENTION"})
                    @Nullable String position,
            @Nullable String reason) {}

    @Schema(example = "{\"note\": \"Adopté à l’unanimité\"}")
    record NoteRequest(@Nullable String note) {

        static final NoteRequest NONE = new NoteRequest(null);
    }
}
