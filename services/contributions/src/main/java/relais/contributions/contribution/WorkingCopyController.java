package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.http.Callers;
import relais.aggregates.http.RefusalProblems;
import relais.contributions.contribution.EditWorkingCopies.Outcome;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Versions;

/** The text that one's partner is still writing: seen by its members only, told to nobody. */
@RestController
@RequestMapping("/contributions/{id}/working-copy")
@Tag(name = "text")
record WorkingCopyController(EditWorkingCopies copies) {

    @Operation(
            summary = "One’s partner’s working copy (drafters)",
            description = "Its ETag is its own: it is not the version of the contribution.")
    @GetMapping
    ResponseEntity<WorkingCopy> read(@PathVariable String id, Caller caller) {
        return answer(copies.read(ContributionJson.id(id), Callers.actor(caller)));
    }

    @Operation(
            summary = "Save one’s partner’s working copy (drafters)",
            description =
                    "Made for saving while typing: the first save names no version, each later one"
                            + " the ETag of the last. Saving again what is saved changes nothing,"
                            + " whatever version it names.")
    @ApiResponse(
            responseCode = "200",
            description = "Saved; the ETag is its new version",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "201",
            description = "Saved for the first time",
            useReturnTypeSchema = true)
    @PutMapping
    ResponseEntity<WorkingCopy> save(
            @PathVariable String id, @RequestBody SaveWorkingCopy body, ConditionalCall call) {
        ContributionId contribution = ContributionJson.id(id);
        Long version = call.ifMatch() == null ? null : readVersion(contribution, call);
        return answer(copies.save(contribution, version, body, Callers.actor(call.caller())));
    }

    private long readVersion(ContributionId contribution, ConditionalCall call) {
        Long version = call.version();
        if (version != null) {
            return version;
        }
        return copies.read(contribution, Callers.actor(call.caller())) instanceof Outcome.Kept kept
                ? kept.copy().version()
                : NONE;
    }

    @Operation(summary = "Throw one’s partner’s working copy away (drafters)")
    @DeleteMapping
    ResponseEntity<Void> delete(@PathVariable String id, ConditionalCall call) {
        @Nullable Long version = call.version();
        Outcome outcome =
                copies.delete(ContributionJson.id(id), version, Callers.actor(call.caller()));
        if (outcome instanceof Outcome.Deleted) {
            return ResponseEntity.noContent().build();
        }
        throw problem(outcome);
    }

    /** No copy has this version. */
    private static final long NONE = 0;

    private static ResponseEntity<WorkingCopy> answer(Outcome outcome) {
        if (!(outcome instanceof Outcome.Kept kept)) {
            throw problem(outcome);
        }
        WorkingCopy copy = kept.copy();
        ResponseEntity.BodyBuilder answer =
                kept.created()
                        ? ResponseEntity.created(
                                URI.create(
                                        "/contributions/" + copy.contribution() + "/working-copy"))
                        : ResponseEntity.ok();
        return answer.eTag(Versions.etag(copy.version())).body(copy);
    }

    private static ProblemException problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> RefusalProblems.of(refused.refusals()).exception();
            case Outcome.Stale stale ->
                    Versions.stale(stale.expected(), stale.current()).exception();
            case Outcome.VersionRequired _ ->
                    new ProblemException(HttpStatus.PRECONDITION_REQUIRED, "version-required");
            case Outcome.Gone _ ->
                    new ProblemException(HttpStatus.PRECONDITION_FAILED, "working-copy-gone");
            case Outcome.None _ -> new ProblemException(HttpStatus.NOT_FOUND, "no-working-copy");
            case Outcome.Missing missing -> Problem.notFound(missing.id()).exception();
            case Outcome.Kept _, Outcome.Deleted _ ->
                    throw new IllegalStateException("Not a refusal: " + outcome);
        };
    }
}
