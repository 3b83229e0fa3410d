package relais.notices.address;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import relais.notices.follower.CurrentFollower;
import relais.web.Caller;
import relais.web.Problem;

/** Confirms addresses for whoever has the link of a mail to one: nobody has to sign in for it. */
@RestController
@Tag(name = "confirmations")
record ConfirmationsController(AddressConfirmation confirmation, CurrentFollower current) {

    /** The token of the link. */
    record Confirmation(@Nullable String token) {}

    @Operation(
            summary = "Say that an address is one's own, by the link of a mail to it",
            description =
                    "The same once more changes nothing. A link is good for three days, and for the"
                            + " address typed last.")
    @ApiResponse(responseCode = "204", description = "Digests may go there")
    @PostMapping("/confirmations")
    ResponseEntity<Void> confirm(@RequestBody Confirmation body) {
        return switch (confirmation.confirm(body.token())) {
            case DONE -> ResponseEntity.noContent().build();
            case FORGED -> throw Problem.invalid("token", "confirmation-link").exception();
            case EXPIRED -> throw Problem.invalid("token", "confirmation-expired").exception();
        };
    }

    @Operation(
            summary = "Have the mail sent again that asks whether an address is one's own",
            description =
                    "At most "
                            + AddressConfirmation.MOST_A_DAY
                            + " a day. Nothing happens if it is confirmed, or if there is none.")
    @ApiResponse(responseCode = "202", description = "It will be sent")
    @PostMapping("/me/confirmation")
    ResponseEntity<Void> again(Caller caller) {
        confirmation.askAgain(current.visiting(caller));
        return ResponseEntity.accepted().build();
    }
}
