package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.http.Answers;
import relais.web.ConditionalCall;

/** The experiences that a contribution relies on. */
@RestController
@RequestMapping("/contributions/{id}/evidence")
@Tag(name = "evidence", description = "Experiences cited at a version; each call takes If-Match.")
record EvidenceController(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {

    @Operation(
            summary = "Cite an experience at a version (drafters)",
            description =
                    "Citing it again replaces the earlier citation, and settles that it was"
                            + " outdated. A version that was published is needed, of an experience"
                            + " that is still there; one that is older than the last revision is"
                            + " marked as outdated at once.")
    @PostMapping
    ResponseEntity<ContributionChangeJson> cite(
            @PathVariable String id,
            @RequestBody ContributionCommand.Cite body,
            ConditionalCall call) {
        return changed(id, body, body.experience(), call);
    }

    @Operation(
            summary = "No longer cite an experience (drafters)",
            description = "A reason may be said in the query; there is no body.")
    @DeleteMapping("/{experience}")
    ResponseEntity<ContributionChangeJson> remove(
            @PathVariable String id,
            @PathVariable String experience,
            @RequestParam(required = false) @Nullable String reason,
            ConditionalCall call) {
        return changed(
                id, new ContributionCommand.RemoveEvidence(experience, reason), experience, call);
    }

    private ResponseEntity<ContributionChangeJson> changed(
            String id,
            ContributionCommand command,
            @Nullable String experience,
            ConditionalCall call) {
        return Answers.changed(
                Answers.result(change, id, command, call),
                stored -> ContributionChangeJson.of(stored, null, experience));
    }
}
