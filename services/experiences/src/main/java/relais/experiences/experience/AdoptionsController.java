package relais.experiences.experience;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.aggregates.partner.Actor;
import relais.experiences.experience.ExperienceCommand.Adopt;
import relais.experiences.experience.ExperienceCommand.AdoptionRequest;
import relais.experiences.experience.ExperienceCommand.EndAdoption;
import relais.experiences.experience.ExperienceCommand.EndRequest;
import relais.experiences.experience.ExperienceCommand.ReportAdoption;
import relais.experiences.experience.ExperienceCommand.ReportRequest;
import relais.web.ConditionalCall;
import relais.web.IdempotencyKeys;
import relais.web.Problem;
import relais.web.Reservation;

/** Other partners take an experience over, and say what came of it. */
@RestController
@RequestMapping("/experiences/{id}/adoptions")
@Tag(name = "adoptions", description = "Each takes If-Match and answers with the new version.")
record AdoptionsController(
        ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change,
        Experiences experiences,
        Creations creations) {

    private static final AdoptionRequest NO_PLAN = new AdoptionRequest(null, null);
    private static final EndRequest NO_REASON = new EndRequest(null, null);

    @Operation(
            summary = "Adopt another partner's experience in one's own territory",
            description = "A partner adopts again only after it ended its last adoption.")
    @ApiResponse(
            responseCode = "201",
            description = "Adopted, now or by the same request before",
            useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<ChangeAnswer> adopt(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable AdoptionRequest body,
            ConditionalCall call) {
        @Nullable Long version = call.version();
        ExperienceId experience =
                ExperienceId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
        Actor actor = Callers.actor(call.caller());
        AdoptionRequest said = requireNonNullElse(body, NO_PLAN);
        Reservation reserved =
                creations.reserve("adoption-of-" + experience, "a-", key, call.caller(), said);
        AdoptionId adoption = new AdoptionId(reserved.id());
        Optional<Result<Experience>> before =
                reserved.first() ? Optional.empty() : adoptedBefore(id, adoption, actor);
        return Answers.createdPart(
                "/experiences/" + id + "/adoptions/" + adoption,
                before.orElseGet(
                        () ->
                                change.change(
                                        id,
                                        version,
                                        new Adopt(adoption, said),
                                        Request.now(actor))),
                stored -> ChangeAnswer.of(stored, adoption));
    }

    /** What came of the same request before; empty if it did not get there. */
    private Optional<Result<Experience>> adoptedBefore(
            String id, AdoptionId adoption, Actor actor) {
        return experiences
                .find(id)
                .filter(
                        stored ->
                                stored.state()
                                        .adoption(adoption)
                                        .filter(known -> known.partner().equals(actor.partner()))
                                        .isPresent())
                .map(stored -> new Result.Done<>(stored, true));
    }

    @Operation(summary = "Report what came of one's adoption")
    @PutMapping("/{adoption}")
    ResponseEntity<ChangeAnswer> report(
            @PathVariable String id,
            @PathVariable String adoption,
            @RequestBody ReportRequest body,
            ConditionalCall call) {
        AdoptionId of = adoption(adoption);
        return change(id, of, new ReportAdoption(of, body), call);
    }

    @Operation(summary = "End one's adoption")
    @PostMapping("/{adoption}/end")
    ResponseEntity<ChangeAnswer> end(
            @PathVariable String id,
            @PathVariable String adoption,
            @RequestBody(required = false) @Nullable EndRequest body,
            ConditionalCall call) {
        AdoptionId of = adoption(adoption);
        EndRequest said = requireNonNullElse(body, NO_REASON);
        return change(id, of, new EndAdoption(of, said), call);
    }

    private ResponseEntity<ChangeAnswer> change(
            String id, AdoptionId adoption, ExperienceCommand command, ConditionalCall call) {
        return Answers.changed(
                change, id, command, call, stored -> ChangeAnswer.of(stored, adoption));
    }

    private static AdoptionId adoption(String id) {
        return AdoptionId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }
}
