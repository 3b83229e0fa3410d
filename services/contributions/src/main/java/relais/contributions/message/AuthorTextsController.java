package relais.contributions.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.http.Callers;
import relais.aggregates.http.RefusalProblems;
import relais.web.Caller;

/** The right to be forgotten. */
@RestController
@Tag(name = "messages")
class AuthorTextsController {

    private final EraseTexts eraseTexts;

    AuthorTextsController(EraseTexts eraseTexts) {
        this.eraseTexts = eraseTexts;
    }

    @Operation(
            summary = "Erase the texts of all messages of a mandate",
            description =
                    "For the mandate itself, and for operators. Its key is forgotten, so that the"
                            + " texts can be read nowhere any more: not here, not in the log, not in"
                            + " an export. The messages keep their places; what the mandate writes"
                            + " later has a new key.")
    @ApiResponse(responseCode = "204", description = "Nothing of them can be read")
    @DeleteMapping("/mandates/{mandate}/messages")
    ResponseEntity<Void> erase(@PathVariable String mandate, Caller caller) {
        RefusalProblems.throwIfAny(eraseTexts.erase(mandate, Callers.actor(caller)));
        return ResponseEntity.noContent().build();
    }
}
