package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import relais.experiences.application.EditDrafts;
import relais.experiences.application.Request;
import relais.experiences.application.SubmitExperience;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.ExperienceId;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Reservation;
import relais.web.Versions;

/** Submits cards: from a draft, or typed at once. */
@RestController
@Tag(name = "submission")
class SubmissionsController {

    private final SubmitExperience submitExperience;
    private final EditDrafts drafts;
    private final Creations creations;
    private final Members members;

    SubmissionsController(
            SubmitExperience submitExperience,
            EditDrafts drafts,
            Creations creations,
            Members members) {
        this.submitExperience = submitExperience;
        this.drafts = drafts;
        this.creations = creations;
        this.members = members;
    }

    @Operation(
            summary = "Submit an experience for review",
            description =
                    "Draft and submission in one. The territory is the partner's own or one inside"
                            + " it; a partner that does not have the competence for the level names"
                            + " a competentPartner that has.")
    @ApiResponse(
            responseCode = "201",
            description = "Submitted, now or by the same request before",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The partner or mandate may not act")
    @ApiResponse(
            responseCode = "422",
            description = "A rule refuses it, or the key was used before")
    @PostMapping("/experiences")
    ResponseEntity<ChangeAnswer> submit(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody CardRequest body,
            Caller caller) {
        Reservation reserved = creations.reserve("experience", "x-", key, caller, body);
        return Answers.created(
                submitExperience.submit(
                        new ExperienceCommand.Submit(
                                new ExperienceId(reserved.id()),
                                body.card().proposed(),
                                body.competentPartner(),
                                null),
                        ContactJson.contact(body.contact()),
                        Request.now(Callers.actor(caller))));
    }

    @Operation(
            summary = "Submit a draft",
            description = "The draft is deleted; the experience x-… keeps the rest of its id.")
    @ApiResponse(
            responseCode = "201",
            description = "Submitted, now or before",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "412", description = "The draft was edited since it was read")
    @ApiResponse(responseCode = "422", description = "A rule refuses it; the draft stays")
    @PostMapping("/drafts/{id}/submission")
    ResponseEntity<ChangeAnswer> submitDraft(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return Answers.created(
                drafts.submit(
                        id,
                        Versions.requireIfMatch(ifMatch),
                        Callers.actor(caller),
                        members.partnerOf(caller)));
    }
}
