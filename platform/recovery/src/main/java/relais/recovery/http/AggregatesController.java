package relais.recovery.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.outbox.StoredAggregates;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Role;

/**
 * For operators: which version each aggregate has here, to be compared with the log. What the
 * service keeps as aggregates it says in its configuration, for the description of its API.
 */
@RestController
@Tag(name = "aggregates", description = "For operators.")
record AggregatesController(StoredAggregates stored) {

    private static final String LIST = "aggregates";

    @Operation(
            summary = "Which version each aggregate has, by id (operators)",
            description =
                    "${relais.recovery.aggregates} unsent: how many events, the last ones up to that version,"
                            + " still wait for Kafka.")
    @ApiResponse(responseCode = "200", description = "A page", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "The limit or the cursor is wrong")
    @ApiResponse(responseCode = "403", description = "For operators")
    @GetMapping("/aggregates")
    Page<StoredAggregates.Entry> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        caller.require(Role.OPERATOR);
        StoredAggregates.Page page = stored.page(after(cursor), Limits.limit(limit));
        return new Page<>(
                page.items(), page.next() == null ? null : Cursors.encode(LIST, page.next()));
    }

    private static @Nullable String after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        if (!parts.getFirst().equals(LIST)) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return parts.getLast();
    }
}
