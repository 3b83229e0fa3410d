package relais.contributions.contribution;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.http.Answers;
import relais.web.ConditionalCall;

/** Publishes versions of a text, and tells the secretariat that one is ready. */
@RestController
@Tag(name = "text", description = "Versions of the text, and working copies of it.")
record TextController(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {

    @Operation(
            summary = "Publish a new version of the text (drafters)",
            description =
                    "The whole text. A section keeps its id by naming it; one without an id is new."
                            + " One’s partner’s working copy is gone with it.")
    @PutMapping("/contributions/{id}/text")
    ResponseEntity<ContributionChangeJson> draft(
            @PathVariable String id,
            @RequestBody ContributionCommand.Draft body,
            ConditionalCall call) {
        return Answers.changed(change, id, body, call, ContributionChangeJson::of);
    }

    @Operation(
            summary = "Tell the secretariat that the text is ready (drafters)",
            description =
                    "It then waits for a consultation, and GET /contributions?submitted=true lists"
                            + " it. A change of the text takes it back. Told twice, it changes"
                            + " nothing.")
    @PostMapping("/contributions/{id}/submission")
    ResponseEntity<ContributionChangeJson> submit(
            @PathVariable String id,
            @RequestBody(required = false) ContributionCommand.@Nullable Submit body,
            ConditionalCall call) {
        return Answers.changed(
                change,
                id,
                requireNonNullElse(body, new ContributionCommand.Submit(null)),
                call,
                ContributionChangeJson::of);
    }
}
