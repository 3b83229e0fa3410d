package relais.contributions.contribution;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import relais.web.Caller;

/** From the question to all signatories to the adoption, or the withdrawal. */
@RestController
@RequestMapping("/contributions/{id}")
@Tag(name = "consultation", description = "Each takes If-Match and answers with the new version.")
record ConsultationController(ContributionChanges changes) {

    @Operation(
            summary = "Ask all signatories (secretariat)",
            description =
                    "The text is frozen until the consultation is closed, and everyone may read it"
                            + " from now on. No amendment may wait for an answer.")
    @PostMapping("/consultation")
    ResponseEntity<ContributionChangeJson> consult(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContributionCommand.OpenConsultation body,
            Caller caller) {
        return changes.change(id, ifMatch, body, caller);
    }

    @Operation(
            summary = "Close the consultation without adopting, with a reason (secretariat)",
            description = "The text can be worked on again; positions are asked anew next time.")
    @PostMapping("/consultation/closure")
    ResponseEntity<ContributionChangeJson> close(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContributionCommand.CloseConsultation body,
            Caller caller) {
        return changes.change(id, ifMatch, body, caller);
    }

    @Operation(
            summary = "Take one’s partner’s position (signatories asked)",
            description =
                    "It may change until the deadline, by the server’s clock. A reservation and an"
                            + " objection say their reason.")
    @PutMapping("/positions")
    ResponseEntity<ContributionChangeJson> takePosition(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContributionCommand.TakePosition body,
            Caller caller) {
        return changes.change(id, ifMatch, body, caller);
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
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) ContributionCommand.@Nullable Adopt body,
            Caller caller) {
        return changes.change(
                id, ifMatch, requireNonNullElse(body, new ContributionCommand.Adopt(null)), caller);
    }

    @Operation(
            summary = "Withdraw it, with a reason (drafters, secretariat)",
            description = "The reason stays readable by those who could read it.")
    @PostMapping("/withdrawal")
    ResponseEntity<ContributionChangeJson> withdraw(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContributionCommand.Withdraw body,
            Caller caller) {
        return changes.change(id, ifMatch, body, caller);
    }
}
