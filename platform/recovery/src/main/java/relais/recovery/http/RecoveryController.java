package relais.recovery.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import relais.log.LogUnavailable;
import relais.recovery.Loss;
import relais.recovery.Recovery;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.ProblemMessages;
import relais.web.Role;

/** For operators: fills a store that was lost from the log again. */
@RestController
@RequestMapping(RecoveryController.PATH)
@Tag(name = "recovery", description = "For operators.")
record RecoveryController(Recovery recovery, ProblemMessages messages) {

    static final String PATH = "/recovery";
    private static final String RETRY_AFTER_SECONDS = "5";

    @Operation(
            summary = "Fill the store from the log again, as far as it lacks something",
            description =
                    "It only adds. While it runs, whatever would change something is refused with 503; reading goes on. Ask again if it ended early: it goes on.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecoveryJson begin(Caller caller, @Parameter(hidden = true) Locale locale) {
        caller.require(Role.OPERATOR);
        try {
            return switch (recovery.begin(caller.actor())) {
                case STARTED -> read(locale);
                case UNDER_WAY ->
                        throw Problem.of(HttpStatus.CONFLICT, "recovery-running")
                                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                                .exception();
            };
        } catch (LogUnavailable away) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "log-unavailable")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .exception();
        }
    }

    @Operation(summary = "How far it is, what was found and what is lost")
    @GetMapping
    RecoveryJson read(Caller caller, @Parameter(hidden = true) Locale locale) {
        caller.require(Role.OPERATOR);
        return read(locale);
    }

    private RecoveryJson read(Locale locale) {
        return RecoveryJson.of(recovery.status(), loss -> words(loss, locale));
    }

    private String words(Loss loss, Locale locale) {
        return messages.find("recovery.lost." + loss.what(), List.of(), locale).orElse(loss.what());
    }
}
