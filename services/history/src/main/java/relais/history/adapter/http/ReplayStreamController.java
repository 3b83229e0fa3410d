package relais.history.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import relais.history.replay.Player;
import relais.history.replay.Product;
import relais.history.replay.Recording;
import relais.history.replay.Replay;
import relais.history.replay.ReplayTargets;
import relais.history.replay.Target;
import relais.web.Caller;
import relais.web.Problem;

/** Plays replays, event by event, when their time has come. */
@RestController
@Tag(name = "replays")
class ReplayStreamController {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final ReplayAccess access;
    private final ReplayTargets.Files files;
    private final Player player;
    private final Slots slots;

    ReplayStreamController(
            ReplayAccess access, ReplayTargets.Files files, Player player, Slots streamSlots) {
        this.access = access;
        this.files = files;
        this.player = player;
        this.slots = streamSlots;
    }

    @Operation(
            summary = "Listen to a replay, as server-sent events",
            description =
                    "In the order of event time, paced by it at the replay's speed. Each event"
                            + " `event` holds a line as in /events, its id is its number. Connect"
                            + " again with the last one in Last-Event-ID to go on after it. An event"
                            + " `end` tells that all has been told; whoever connects again after it"
                            + " gets 204, at which browsers stop.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "204", description = "All has been told")
    @ApiResponse(
            responseCode = "409",
            description = "Not ready, or a text was withdrawn since it was made")
    @ApiResponse(responseCode = "429", description = "Too many listeners at once")
    @GetMapping("/replays/{id}/stream")
    void stream(
            @PathVariable String id,
            @Parameter(description = "The number of the last event that was received")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable String lastEventId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        // The place comes first: who is refused one costs no question to the store.
        try (Slots.Slot _ = slots.take()) {
            listen(access.find(id, caller), lastEventId, request, response);
        }
    }

    private void listen(
            Replay replay,
            @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        String id = replay.id();
        if (!(replay.target() instanceof Target.Stream)) {
            throw Problem.of(HttpStatus.NOT_FOUND, "replay-is-no-stream", id).exception();
        }
        Product _ = access.ready(replay);
        try (Recording recording =
                files.openRecording(replay)
                        .orElseThrow(() -> ReplayFileController.elsewhere(id).exception())) {
            long after = after(lastEventId, recording);
            if (after == recording.size() && lastEventId != null) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return;
            }
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (!request.getMethod().equals(HttpMethod.HEAD.name())) {
                play(id, recording, after, response);
            }
        } catch (RuntimeException | IOException | InterruptedException failure) {
            BrokenOff.mark(request, response, failure);
            throw failure;
        }
    }

    private void play(String id, Recording recording, long after, HttpServletResponse response)
            throws IOException, InterruptedException {
        Listener listener =
                new Listener(new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES));
        listener.begin();
        if (player.play(id, recording, after, listener) == Player.End.TOLD) {
            listener.end(recording.size());
        }
    }

    private static long after(@Nullable String lastEventId, Recording recording) {
        if (lastEventId == null) {
            return 0;
        }
        if (lastEventId.matches("\\d{1,15}") && Long.parseLong(lastEventId) <= recording.size()) {
            return Long.parseLong(lastEventId);
        }
        throw Problem.invalid("Last-Event-ID", "event-number", recording.size()).exception();
    }

    /** Writes what server-sent events are made of. */
    private static final class Listener implements Player.Audience {

        private final OutputStream out;

        Listener(OutputStream out) {
            this.out = out;
        }

        /** So that the listener knows at once that somebody is there. */
        void begin() throws IOException {
            write("retry: 2000\n\n");
            out.flush();
        }

        @Override
        public void tell(long number, Recording.RecordedEvent event) throws IOException {
            write("id: " + number + "\nevent: event\ndata: ");
            // A line of NDJSON ends with the only line feed that it has.
            out.write(event.line());
            out.write('\n');
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void stillHere() throws IOException {
            write(": still here\n\n");
            out.flush();
        }

        void end(long events) throws IOException {
            write("event: end\ndata: {\"events\":" + events + "}\n\n");
            out.flush();
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
        }
    }
}
