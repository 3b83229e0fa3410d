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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.http.Answers;
import relais.web.ConditionalCall;

/** From the question to all signatories to the adoption, or the withdrawal. */
@RestController
@RequestMapping("/contributions/{id}")
@Tag(name = "consultation", description = "Each takes If-Match and answers with the new version.")
record ConsultationController(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {

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
        return Answers.changed(change, id, body, call, ContributionChangeJson::of);
    }

    @Operation(
            summary = "Close the consultation without adopting, with a reason (secretariat)",
            description = "The text can be worked on again; positions are asked anew next time.")
    @PostMapping("/consultation/closure")
    ResponseEntity<ContributionChangeJson> close(
            @PathVariable String id,
            @RequestBody ContributionCommand.CloseConsultation body,
            ConditionalCall call) {
        return Answers.changed(change, id, body, call, ContributionChangeJson::of);
    }

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
        return Answers.changed(change, id, body, call, ContributionChangeJson::of);
    }

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
        return Answers.changed(
                change,
                id,
                requireNonNullElse(body, new ContributionCommand.Adopt(null)),
                call,
                ContributionChangeJson::of);
    }

    @Operation(
            summary = "Withdraw it, with a reason (drafters, secretariat)",
            description = "The reason stays readable by those who could read it.")
    @PostMapping("/withdrawal")
    ResponseEntity<ContributionChangeJson> withdraw(
            @PathVariable String id,
            @RequestBody ContributionCommand.Withdraw body,
            ConditionalCall call) {
        return Answers.changed(change, id, body, call, ContributionChangeJson::of);
    }
}
