package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.history.catchup.Repeats;
import relais.history.export.Format;
import relais.history.export.Manifest;
import relais.history.replay.Product;
import relais.history.replay.Replay;
import relais.history.replay.ReplayTargets;
import relais.history.replay.Target;
import relais.web.Caller;
import relais.web.Problem;

/** The files that replays have made. */
@RestController
@RequestMapping("/replays/{id}")
@Tag(name = "replays")
record ReplayFileController(
        ReplayAccess access, Formats formats, Repeats repeats, ReplayTargets.Files files) {

    private record Made(Replay replay, Format<?> format, Product product) {}

    @Operation(
            summary = "Download the file of a replay",
            description = "All of it, or a Range: a download that broke off can go on.")
    @ApiResponse(
            responseCode = "200",
            description = "The file; the ETag is its SHA-256",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "206", description = "A part of it")
    @ApiResponse(
            responseCode = "409",
            description = "Not ready, or a text was withdrawn since it was made")
    @ApiResponse(responseCode = "416", description = "It is not that long")
    @GetMapping("/file")
    ResponseEntity<Resource> file(@PathVariable String id, Caller caller)
            throws InterruptedException {
        Made made = made(id, caller);
        Path file =
                files.find(made.replay(), made.format().extension())
                        .orElseThrow(() -> elsewhere(id).exception());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(made.format().mediaType()))
                .eTag("\"" + made.product().sha256() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"relais-%s.%s\""
                                .formatted(id, made.format().extension()))
                .header(HttpHeaders.LINK, "</replays/" + id + "/manifest>; rel=\"describedby\"")
                .body(new FileSystemResource(file));
    }

    @Operation(
            summary = "What the file of a replay holds",
            description =
                    "Filters, places of the log, count and SHA-256; of a raw file also the chains"
                            + " that prove its plain fields.")
    @ApiResponse(
            responseCode = "409",
            description = "Not ready, or a text was withdrawn since it was made")
    @GetMapping("/manifest")
    Manifest manifest(@PathVariable String id, Caller caller) throws InterruptedException {
        Made made = made(id, caller);
        Replay replay = made.replay();
        return new Manifest(
                replay.id(),
                replay.question(),
                made.format().mediaType(),
                replay.from(),
                replay.to(),
                replay.course().progress().events(),
                repeats.upTo(replay.to()),
                made.product().bytes(),
                String.valueOf(made.product().sha256()),
                Optional.ofNullable(replay.course().finishedAt()).orElse(replay.askedAt()),
                made.product().partitions());
    }

    private Made made(String id, Caller caller) throws InterruptedException {
        Replay replay = access.find(id, caller);
        if (!(replay.target() instanceof Target.File(String format, boolean raw))) {
            throw Problem.of(HttpStatus.NOT_FOUND, "replay-has-no-file", id).exception();
        }
        return new Made(replay, formats.named(format, raw), access.ready(replay));
    }

    static Problem elsewhere(String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "replay-elsewhere", id);
    }
}
