package relais.notices.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import relais.notices.follower.CurrentFollower;
import relais.notices.follower.Follower;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;

/** What the caller is told. */
@RestController
@RequestMapping("/notices")
@Tag(name = "notices")
record NoticesController(
        MongoNotices notices,
        NoticeTitles titles,
        NoticeStreams streams,
        CurrentFollower current,
        Clock clock) {

    private static final String LAST_VISIT = "last-visit";

    /** Nobody reads a larger number beside a bell. */
    private static final int MOST_COUNTED = 100;

    /**
     * How much is unread.
     *
     * @param more whether there is more than that
     */
    record NoticeCount(int unread, boolean more) {}

    /**
     * Up to when everything is read.
     *
     * @param upTo when the latest of them was made; absent for now
     */
    record ReadUpTo(@Nullable Instant upTo) {}

    @Operation(
            summary = "What one is told, the latest first",
            description =
                    "What one follows, and what waits for the partner that one acts for. Of what"
                            + " happened longer than 30 days before it became known there is none.")
    @GetMapping
    Page<NoticeAnswer> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @Parameter(description = "last-visit: only what is new since the visit before this one")
                    @RequestParam(required = false)
                    @Nullable String since,
            Caller caller) {
        int size = Limits.limit(limit);
        String after = cursor == null ? null : Cursors.decode(cursor, 1).getFirst();
        if (since != null && !since.equals(LAST_VISIT)) {
            throw Problem.invalid("since", "notices-since").exception();
        }
        Follower reader = current.visiting(caller);
        List<Notice> found =
                notices.of(
                        reader.audiences(),
                        after,
                        since == null ? null : reader.visitBefore(),
                        size + 1);
        Map<String, CardTitle> called = titles.of(found);
        return Page.of(found, size, last -> Cursors.encode(last.place()))
                .map(notice -> answer(notice, called.get(notice.card()), reader));
    }

    private static NoticeAnswer answer(Notice notice, @Nullable CardTitle card, Follower reader) {
        Instant read = reader.readAt();
        return new NoticeAnswer(
                notice.id(),
                notice.reason(),
                notice.card(),
                card == null ? null : card.title(),
                card == null ? null : card.kind(),
                notice.type(),
                notice.follows(),
                notice.at(),
                notice.occurredAt(),
                notice.dueAt(),
                read == null || notice.at().isAfter(read));
    }

    @Operation(
            summary = "That there is another notice, as server-sent events",
            description =
                    "An event `notice`, without content, whenever there may be another one: ask then"
                            + " how much is unread. A stream ends after ten minutes, and one may"
                            + " connect again. At most "
                            + NoticeStreams.OF_A_FOLLOWER
                            + " at once for one account.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Caller caller) {
        return switch (streams.open(current.visiting(caller))) {
            case NoticeStreams.NewStream.Stream(SseEmitter emitter) -> emitter;
            case NoticeStreams.NewStream.TooManyOfOne _ ->
                    throw Problem.of(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "too-many-notice-streams",
                                    NoticeStreams.OF_A_FOLLOWER)
                            .withHeader(HttpHeaders.RETRY_AFTER, "60")
                            .exception();
            case NoticeStreams.NewStream.Full _ ->
                    throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "notice-streams-full")
                            .withHeader(HttpHeaders.RETRY_AFTER, "60")
                            .exception();
        };
    }

    @Operation(summary = "How much is unread", description = "Counted up to " + MOST_COUNTED + ".")
    @GetMapping("/count")
    NoticeCount count(Caller caller) {
        Follower reader = current.visiting(caller);
        Instant read = reader.readAt();
        int unread =
                notices.count(
                        reader.audiences(),
                        read == null ? null : read.plusMillis(1),
                        MOST_COUNTED + 1);
        return new NoticeCount(Math.min(unread, MOST_COUNTED), unread > MOST_COUNTED);
    }

    @Operation(
            summary = "Say that what one is told is read",
            description = "Up to an instant, such as that of the latest one seen.")
    @ApiResponse(responseCode = "204", description = "Read, now or before")
    @PostMapping("/read")
    ResponseEntity<Void> read(@RequestBody ReadUpTo body, Caller caller) {
        Instant now = clock.instant();
        Instant upTo = body.upTo();
        current.followers()
                .read(
                        current.visiting(caller).id(),
                        upTo == null || upTo.isAfter(now) ? now : upTo);
        return ResponseEntity.noContent().build();
    }
}
