package relais.contributions.message;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ListPosition;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.InstantCursors;
import relais.aggregates.http.RefusalProblems;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Reservation;

/** The permanent dialogue: a thread on any card. */
@RestController
@Tag(name = "messages", description = "A thread on any card.")
record MessagesController(
        PostMessage postMessage,
        RedactMessage redactMessage,
        ReadThread readThread,
        AuthorKeys keys,
        Creations creations) {

    private static final String PATH = "/messages";

    /** What a change answers: where the message stands, not what it says. */
    record MessageChange(String id, long version, Message.Status status) {
        static MessageChange of(Stored<Message> stored) {
            return new MessageChange(stored.id(), stored.version(), stored.state().status());
        }
    }

    @Operation(
            summary = "Post a message on a card",
            description =
                    "For partners and the committee. From 1 to 2,000 characters; at most 10 in any"
                            + " minute and 200 in any day for each mandate. The text is encrypted"
                            + " with a key of its author's mandate before it is stored anywhere.")
    @ApiResponse(responseCode = "404", description = "There is no such card for this caller")
    @ApiResponse(
            responseCode = "409",
            description = "The author's texts were erased while this one was on its way")
    @ApiResponse(responseCode = "429", description = "Too many lately; Retry-After says when")
    @PostMapping(PATH)
    ResponseEntity<MessageChange> post(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody PostRequest body,
            Caller caller) {
        Reservation reserved =
                creations.reserve("message", MessageId.PREFIX, key, caller, body.withoutText());
        PostMessage.Posting posting =
                postMessage.post(
                        new MessageId(reserved.id()),
                        body.subject(),
                        body.messageText(),
                        body.inReplyTo(),
                        Request.now(Callers.actor(caller)));
        return switch (posting) {
            case PostMessage.Posting.Answered(Result<Message> result) ->
                    Answers.created(PATH, result, MessageChange::of);
            case PostMessage.Posting.TooMany(Duration retryAfter) ->
                    throw tooMany(retryAfter).exception();
            case PostMessage.Posting.AnotherText _ ->
                    throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused")
                            .exception();
        };
    }

    @Operation(
            summary = "The thread of a card, the oldest message first",
            description =
                    "For whoever may read the card. A message that was redacted, or whose author's"
                            + " texts were erased, keeps its place without its text.")
    @ApiResponse(responseCode = "404", description = "There is no such card for this caller")
    @GetMapping(PATH)
    Page<ShownMessage> list(
            @Parameter(example = "x-3f9c2a") @RequestParam String subject,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Optional<Caller> caller) {
        int size = Limits.limit(limit);
        List<ShownMessage> found =
                readThread
                        .read(
                                subject,
                                InstantCursors.decode(cursor, ListPosition<Instant>::new),
                                size + 1,
                                Callers.actor(caller))
                        .orElseThrow(
                                () ->
                                        RefusalProblems.of(
                                                        List.of(
                                                                Refusal.notFound(
                                                                        "subject", "card-unknown")))
                                                .exception());
        return Page.of(found, size, last -> InstantCursors.encode(last.postedAt(), last.id()));
    }

    @Operation(
            summary = "Hide the text of a message for good",
            description =
                    "Authors hide their own and other messages of their partner, without a reason;"
                            + " the committee any, with a reason that everyone reads and that"
                            + " stays: it quotes nothing. That there was a message stays visible.")
    @PostMapping(PATH + "/{id}/redaction")
    ResponseEntity<MessageChange> redact(
            @PathVariable String id,
            @RequestBody(required = false) MessageCommand.@Nullable Redact body,
            ConditionalCall call) {
        @Nullable Long version = call.version();
        MessageId message = MessageId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
        return Answers.changed(
                redactMessage.redact(
                        message,
                        version,
                        body == null ? new MessageCommand.Redact(null) : body,
                        Request.now(Callers.actor(call.caller()))),
                MessageChange::of);
    }

    /** The right to be forgotten. */
    @Operation(
            summary = "Erase the texts of all messages of a mandate",
            description =
                    "For the mandate itself, and for operators. Its key is forgotten, so that the"
                            + " texts can be read nowhere any more: not here, not in the log, not in an"
                            + " export. The messages keep their places; what the mandate writes later"
                            + " has a new key.")
    @ApiResponse(responseCode = "204", description = "Nothing of them can be read")
    @DeleteMapping("/mandates/{mandate}/messages")
    ResponseEntity<Void> erase(@PathVariable String mandate, Caller caller) {
        RefusalProblems.throwIfAny(keys.erase(mandate, Callers.actor(caller)));
        return ResponseEntity.noContent().build();
    }

    /** Rounded up: a second too early would be refused again. */
    private static Problem tooMany(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-messages",
                        RecentPosts.PER_MINUTE,
                        RecentPosts.PER_DAY,
                        seconds)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
