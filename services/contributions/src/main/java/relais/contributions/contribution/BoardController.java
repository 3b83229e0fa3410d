package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.http.Callers;
import relais.contributions.contribution.ReadContributions.BoardReading;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.ProblemMessages;

/** Shows what an adoption waits for, to all that may see the contribution. */
@RestController
@Tag(name = "consultation")
record BoardController(ReadContributions contributions, ProblemMessages messages) {

    @Operation(
            summary = "Where its adoption stands, rule by rule, in words",
            description =
                    "In French or English by Accept-Language, with what is missing. Without an"
                            + " ETag: it changes with the time and with the evidence too.")
    @GetMapping("/contributions/{id}/board")
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
}
