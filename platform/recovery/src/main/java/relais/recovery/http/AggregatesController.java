package relais.recovery.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.outbox.StoredAggregates;
import relais.web.Caller;
import relais.web.Limits;
import relais.web.Role;

/**
 * For operators: which version each aggregate has here, to be compared with the log. What the
 * service keeps as aggregates it says in its configuration, for the description of its API.
 */
@RestController
@Tag(name = "aggregates", description = "For operators.")
class AggregatesController {

    private final StoredAggregates stored;

    AggregatesController(StoredAggregates stored) {
        this.stored = stored;
    }

    @Operation(
            summary = "Which version each aggregate has, by id (operators)",
            description =
                    "${relais.recovery.aggregates} unsent: how many events, the last ones up to that version,"
                            + " still wait for Kafka.")
    @ApiResponse(responseCode = "200", description = "A page; next, if any, goes on with after")
    @ApiResponse(responseCode = "400", description = "The limit is wrong")
    @ApiResponse(responseCode = "403", description = "For operators")
    @GetMapping("/aggregates")
    StoredAggregates.Page list(
            @Parameter(description = "only ids behind this one: next of the page before")
                    @RequestParam(required = false)
                    @Nullable String after,
            @Parameter(description = "1 to 100; 20 if absent") @RequestParam(required = false)
                    @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        return stored.page(after, Limits.limit(limit));
    }
}
