package relais.contributions.contribution;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.contributions.contribution.ReadContributions.BoardReading;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.Problem;
import relais.web.ProblemMessages;

/**
 * What is done with a contribution, but for its amendments: versions of the text, the experiences
 * that it relies on, and the way from the question to all signatories to the adoption, with what it
 * waits for, or the withdrawal.
 */
@RestController
@RequestMapping("/contributions/{id}")
record ProcedureController(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change,
        ReadContributions contributions,
        ProblemMessages messages) {

    @Tag(name = "text", description = "Versions of the text, and working copies of it.")
    @Operation(
            summary = "Publish a new version of the text (drafters)",
            description =
                    "The whole text. A section keeps its id by naming it; one without an id is new."
                            + " One’s partner’s working copy is gone with it.")
    @PutMapping("/text")
    ResponseEntity<ContributionChangeJson> draft(
            @PathVariable String id,
            @RequestBody ContributionCommand.Draft body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Tag(name = "text")
    @Operation(
            summary = "Tell the secretariat that the text is ready (drafters)",
            description =
                    "It then waits for a consultation, and GET /contributions?submitted=true lists"
                            + " it. A change of the text takes it back. Told twice, it changes"
                            + " nothing.")
    @PostMapping("/submission")
    ResponseEntity<ContributionChangeJson> submit(
            @PathVariable String id,
            @RequestBody(required = false) ContributionCommand.@Nullable Submit body,
            ConditionalCall call) {
        return changed(id, requireNonNullElse(body, new ContributionCommand.Submit(null)), call);
    }

    @Tag(
            name = "evidence",
            description = "Experiences cited at a version; each call takes If-Match.")
    @Operation(
            summary = "Cite an experience at a version (drafters)",
            description =
                    "Citing it again replaces the earlier citation, and settles that it was"
                            + " outdated. A version that was published is needed, of an experience"
                            + " that is still there; one that is older than the last revision is"
                            + " marked as outdated at once.")
    @PostMapping("/evidence")
    ResponseEntity<ContributionChangeJson> cite(
            @PathVariable String id,
            @RequestBody ContributionCommand.Cite body,
            ConditionalCall call) {
        return aboutEvidence(id, body, body.experience(), call);
    }

    @Tag(name = "evidence")
    @Operation(
            summary = "No longer cite an experience (drafters)",
            description = "A reason may be said in the query; there is no body.")
    @DeleteMapping("/evidence/{experience}")
    ResponseEntity<ContributionChangeJson> remove(
            @PathVariable String id,
            @PathVariable String experience,
            @RequestParam(required = false) @Nullable String reason,
            ConditionalCall call) {
        return aboutEvidence(
                id, new ContributionCommand.RemoveEvidence(experience, reason), experience, call);
    }

    private ResponseEntity<ContributionChangeJson> aboutEvidence(
            String id,
            ContributionCommand command,
            @Nullable String experience,
            ConditionalCall call) {
        return Answers.changed(
                Answers.result(change, id, command, call),
                stored -> ContributionChangeJson.of(stored, null, experience));
    }

    @Tag(
            name = "consultation",
            description = "Each takes If-Match and answers with the new version.")
    @Operation(
            summary = "Ask all signatories (secretariat)",
            description =
                    "The text is frozen until the consultation is closed, and everyone may read it"
                            + " from now on. No amendment may wait for an answer.")
    @PostMapping("/consultation")
    ResponseEntity<ContributionChangeJson> consult(
            @PathVariable String id,
            @RequestBody ContributionCommand.OpenConsultation body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Tag(name = "consultation")
    @Operation(
            summary = "Close the consultation without adopting, with a reason (secretariat)",
            description = "The text can be worked on again; positions are asked anew next time.")
    @PostMapping("/consultation/closure")
    ResponseEntity<ContributionChangeJson> close(
            @PathVariable String id,
            @RequestBody ContributionCommand.CloseConsultation body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Tag(name = "consultation")
    @Operation(
            summary = "Take one’s partner’s position (signatories asked)",
            description =
                    "It may change until the deadline, by the server’s clock. A reservation and an"
                            + " objection say their reason.")
    @PutMapping("/positions")
    ResponseEntity<ContributionChangeJson> takePosition(
            @PathVariable String id,
            @RequestBody ContributionCommand.TakePosition body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Tag(name = "consultation")
    @Operation(
            summary = "Adopt it (secretariat)",
            description =
                    "At or after the deadline, if enough signatories answered, nobody stands"
                            + " against it and none of its evidence was moderated: see its board."
                            + " The one whose place it takes is superseded within moments.")
    @PostMapping("/adoption")
    ResponseEntity<ContributionChangeJson> adopt(
            @PathVariable String id,
            @RequestBody(required = false) ContributionCommand.@Nullable Adopt body,
            ConditionalCall call) {
        return changed(id, requireNonNullElse(body, new ContributionCommand.Adopt(null)), call);
    }

    @Tag(name = "consultation")
    @Operation(
            summary = "Withdraw it, with a reason (drafters, secretariat)",
            description = "The reason stays readable by those who could read it.")
    @PostMapping("/withdrawal")
    ResponseEntity<ContributionChangeJson> withdraw(
            @PathVariable String id,
            @RequestBody ContributionCommand.Withdraw body,
            ConditionalCall call) {
        return changed(id, body, call);
    }

    @Tag(name = "consultation")
    @Operation(
            summary = "Where its adoption stands, rule by rule, in words",
            description =
                    "In French or English by Accept-Language, with what is missing. Without an"
                            + " ETag: it changes with the time and with the evidence too.")
    @GetMapping("/board")
    ResponseEntity<BoardJson> board(
            @PathVariable String id, Optional<Caller> caller, Locale locale) {
        BoardReading reading =
                contributions
                        .board(ContributionJson.id(id), Callers.actor(caller))
                        .orElseThrow(() -> Problem.notFound(id).exception());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(BoardJson.of(reading, messages, locale));
    }

    private ResponseEntity<ContributionChangeJson> changed(
            String id, ContributionCommand command, ConditionalCall call) {
        return Answers.changed(change, id, command, call, ContributionChangeJson::of);
    }
}
