package relais.notices.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.notices.follow.FollowRequest;
import relais.notices.follow.SavedSearch;
import relais.notices.follower.CurrentFollower;
import relais.notices.follower.FollowerId;
import relais.web.Caller;
import relais.web.Page;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Violation;

/** The caller's addresses for public events. */
@RestController
@RequestMapping("/webhooks")
@Tag(name = "webhooks")
record WebhooksController(
        MongoWebhooks webhooks,
        MongoWebhookMessages messages,
        WebhookSender sender,
        CurrentFollower current,
        Clock clock) {

    static final int MOST = 10;

    private static final int SHOWN = 20;
    private static final int MOST_COUNTED = 1_000;
    private static final SavedSearch EVERYTHING =
            new SavedSearch(null, null, null, null, null, null, null);

    /**
     * An address as its owner has it.
     *
     * @param secret with which messages are signed; told once, when it is made
     * @param pending messages that wait, counted up to a thousand
     * @param problem of the last failure; absent if the last message was taken
     */
    record WebhookAnswer(
            String id,
            @Nullable String name,
            String url,
            SavedSearch filter,
            WebhookState state,
            Instant since,
            @Nullable String secret,
            long pending,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant nextTryAt,
            @Nullable Instant deliveredAt,
            @Nullable String problem,
            boolean replaying) {}

    /** A message, without what is in it. */
    record MessageAnswer(
            String event,
            WebhookMessage.MessageState state,
            int tries,
            Instant at,
            @Nullable Integer answered) {}

    /** From where on the log's events are to be sent again: one of the two. */
    record ReplayFrom(
            @Nullable Instant from,
            @Schema(
                            description =
                                    "what follows the last message that was taken: the highest"
                                            + " `position` of each partition, of all messages so"
                                            + " far; of other partitions, what came since the"
                                            + " address was made",
                            example = "0:12,3:1207")
                    @Nullable String position) {}

    @Operation(summary = "One's addresses", description = "At most " + MOST + ": one page.")
    @GetMapping
    Page<WebhookAnswer> list(Caller caller) {
        return new Page<>(
                webhooks.of(current.visiting(caller).id(), MOST).stream()
                        .map(webhook -> answer(webhook, null))
                        .toList(),
                null);
    }

    @Operation(
            summary = "Have public events sent to an address",
            description =
                    "As structured CloudEvents 1.0, each signed as Standard Webhooks 1.0 have it:"
                            + " webhook-id, webhook-timestamp, webhook-signature. What is not"
                            + " answered with 2xx within 15 seconds is sent again, later and later;"
                            + " after a day the address is dead. A filter with words or a key word"
                            + " is decided by the card, as a search that is followed: its messages"
                            + " are `relais.public.CardChanged`. The answer tells the secret, this"
                            + " once.")
    @ApiResponse(responseCode = "201", description = "Made", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<WebhookAnswer> create(@RequestBody WebhookRequest body, Caller caller) {
        List<Violation> violations = violations(body);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        FollowerId owner = current.visiting(caller).id();
        if (webhooks.count(owner, MOST) >= MOST) {
            throw new ProblemException(HttpStatus.CONFLICT, "too-many-webhooks", MOST);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SavedSearch filter = Objects.requireNonNullElse(body.filter(), EVERYTHING);
        Webhook webhook =
                new Webhook(
                        "w-" + UUID.randomUUID(),
                        owner,
                        body.name(),
                        Objects.requireNonNull(body.url()),
                        filter,
                        filter.probe(),
                        WebhookSignature.newSecret(),
                        now,
                        WebhookState.ACTIVE,
                        now,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        webhooks.add(webhook);
        return ResponseEntity.created(URI.create("/webhooks/" + webhook.id()))
                .body(answer(webhook, webhook.secret()));
    }

    private List<Violation> violations(WebhookRequest body) {
        List<Violation> found = new ArrayList<>();
        String url = body.url();
        if (url == null) {
            found.add(new Violation("url", "webhook-url"));
        } else {
            sender.fault(url)
                    .or(() -> sender.faultOfName(url))
                    .ifPresent(code -> found.add(new Violation("url", code)));
        }
        SavedSearch filter = body.filter();
        if (filter != null && !filter.isEmpty()) {
            FollowRequest.check(filter, "filter.", found);
        }
        FollowRequest.checkName(body.name(), found);
        return found;
    }

    @Operation(
            summary = "The latest messages to an address",
            description = "At most " + SHOWN + ", the latest first: one page.")
    @GetMapping("/{id}/messages")
    Page<MessageAnswer> messages(@PathVariable String id, Caller caller) {
        Webhook webhook = own(id, caller);
        return new Page<>(
                messages.latest(webhook.id(), SHOWN).stream()
                        .map(
                                each ->
                                        new MessageAnswer(
                                                each.event(),
                                                each.state(),
                                                each.tries(),
                                                each.at(),
                                                each.answered()))
                        .toList(),
                null);
    }

    @Operation(
            summary = "Have events sent again",
            description =
                    "What the log took in since a time, or what follows a position, "
                            + WebhookReplay.MOST
                            + " events at most, under the ids that they had. A dead address lives"
                            + " again.")
    @ApiResponse(responseCode = "202", description = "They will be sent")
    @PostMapping("/{id}/replay")
    ResponseEntity<Void> replay(
            @PathVariable String id, @RequestBody ReplayFrom body, Caller caller) {
        Instant from = body.from();
        String position = body.position();
        Instant now = clock.instant();
        if (position == null ? from == null || from.isAfter(now) : from != null) {
            throw Problem.invalid("from", "webhook-replay").exception();
        }
        if (position != null && StreamPosition.read(position).isEmpty()) {
            throw Problem.invalid("position", "webhook-position").exception();
        }
        Webhook webhook = own(id, caller);
        webhooks.replay(
                webhook.owner(),
                webhook.id(),
                from == null ? webhook.since() : from.truncatedTo(ChronoUnit.MILLIS),
                position,
                now);
        return ResponseEntity.accepted().build();
    }

    @Operation(summary = "Send nothing to an address any more")
    @ApiResponse(responseCode = "204", description = "Forgotten, with what waited for it")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, Caller caller) {
        webhooks.remove(current.visiting(caller).id(), id);
        return ResponseEntity.noContent().build();
    }

    private Webhook own(String id, Caller caller) {
        return webhooks.find(current.visiting(caller).id(), id)
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    private WebhookAnswer answer(Webhook webhook, @Nullable String secret) {
        return new WebhookAnswer(
                webhook.id(),
                webhook.name(),
                webhook.url(),
                webhook.filter(),
                webhook.state(),
                webhook.since(),
                secret,
                messages.countPending(webhook.id(), MOST_COUNTED),
                webhook.failures(),
                webhook.failingSince(),
                webhook.failures() == 0 ? null : webhook.nextAt(),
                webhook.deliveredAt(),
                webhook.problem(),
                webhook.replayFrom() != null);
    }
}
