package relais.contributions.contribution;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import relais.aggregates.http.Answers;
import relais.web.Caller;

/** The experiences that a contribution relies on. */
@RestController
@RequestMapping("/contributions/{id}/evidence")
@Tag(name = "evidence", description = "Experiences cited at a version; each call takes If-Match.")
record EvidenceController(ContributionChanges changes) {

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
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContributionCommand.Cite body,
            Caller caller) {
        return changed(id, ifMatch, body, body.experience(), caller);
    }

    @Operation(
            summary = "No longer cite an experience (drafters)",
            description = "A reason may be said in the query; there is no body.")
    @DeleteMapping("/{experience}")
    ResponseEntity<ContributionChangeJson> remove(
            @PathVariable String id,
            @PathVariable String experience,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return changed(
                id,
                ifMatch,
                new ContributionCommand.RemoveEvidence(experience, reason),
                experience,
                caller);
    }

    private ResponseEntity<ContributionChangeJson> changed(
            String id,
            @Nullable String ifMatch,
            ContributionCommand command,
            @Nullable String experience,
            Caller caller) {
        return Answers.changed(
                changes.result(id, ifMatch, command, caller),
                stored -> ContributionChangeJson.of(stored, null, experience));
    }
}
