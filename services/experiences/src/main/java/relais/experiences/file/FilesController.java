package relais.experiences.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.Refusal;
import relais.aggregates.http.Callers;
import relais.aggregates.http.RefusalProblems;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.FilePolicy;
import relais.experiences.experience.FileUse;
import relais.experiences.experience.ReadExperiences;
import relais.experiences.experience.UploadedFile;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Role;

/** Pictures and documents of cards, by the hashes of their bytes. */
@RestController
@RequestMapping("/files")
@Tag(name = "files", description = "Pictures and documents of cards.")
record FilesController(KeepFiles files, FileRights rights, ReadExperiences experiences) {

    private static final String BUSY_SECONDS = "5";

    /** A browser may keep it, and nobody between: what was removed is not served from there. */
    private static final CacheControl CACHED =
            CacheControl.maxAge(Duration.ofDays(7)).cachePrivate().immutable();

    @Operation(
            summary = "Send a picture or a document for a card",
            description =
                    "A picture is a JPEG, PNG or WebP file; it is written anew, without what a"
                            + " camera adds. A document is a PDF or OpenDocument file without"
                            + " scripts, macros, embedded files or a password. Up to 10 MB. The"
                            + " answer's hash is what a card names it by, in a call or in a row of"
                            + " an import; a file that no card names within a day is removed.")
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<UploadedFile> send(
            @Parameter(schema = @Schema(allowableValues = {"picture", "document"})) @RequestParam
                    String use,
            @Parameter(description = "for whose cards; operators say it, others send for their own")
                    @RequestParam(name = "partner", required = false)
                    @Nullable String named,
            @RequestBody byte[] body,
            Caller caller)
            throws InterruptedException {
        caller.require(Role.PARTNER, Role.COMMITTEE, Role.OPERATOR);
        Actor actor = sender(Callers.actor(caller), named);
        RefusalProblems.throwIfAny(experiences.refusals(actor));
        PartnerId partner = actor.partner();
        if (partner == null) {
            throw caller.has(Role.OPERATOR)
                    ? Problem.invalid("partner", "required").exception()
                    : Problem.of(HttpStatus.FORBIDDEN, "partner-required").exception();
        }
        FileUse known =
                FileUse.parse(use)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("use", "one-of", "picture, document")
                                                .exception());
        return switch (files.receive(body, known, partner).orElseThrow(FilesController::busy)) {
            case Inspected.Sound(UploadedFile file, var _) ->
                    ResponseEntity.created(URI.create("/files/" + file.hash())).body(file);
            case Inspected.Unsound(Refusal because) ->
                    throw RefusalProblems.of(List.of(because)).exception();
        };
    }

    @Operation(
            summary = "A picture or a document",
            description =
                    "For everyone while it is on a published card; before that for who sent it and"
                            + " who reviews the card.")
    @ApiResponse(
            responseCode = "200",
            description = "Its bytes",
            content =
                    @Content(
                            mediaType = "*/*",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{hash}")
    ResponseEntity<Resource> read(
            @PathVariable String hash,
            @Parameter(
                            description = "of a picture; a document has none",
                            schema = @Schema(allowableValues = {"small", "large", "document"}))
                    @RequestParam(required = false)
                    @Nullable String size,
            Optional<Caller> caller) {
        FileSize form =
                FileSize.parse(size == null ? FileSize.LARGE.text() : size)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("size", "one-of", "small, large, document")
                                                .exception());
        if (!FilePolicy.isHash(hash) || !rights.mayRead(hash, Callers.actor(caller))) {
            throw Problem.notFound(hash).exception();
        }
        ObjectStore.StoredObject found =
                files.open(hash, form).orElseThrow(() -> Problem.notFound(hash).exception());
        return ResponseEntity.ok()
                .contentType(
                        form == FileSize.DOCUMENT
                                ? MediaType.parseMediaType(found.type())
                                // All are, and some stores forget what they were told.
                                : MediaType.IMAGE_JPEG)
                .contentLength(found.length())
                .cacheControl(CACHED)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        form == FileSize.DOCUMENT ? "attachment" : "inline")
                .body(new InputStreamResource(found.bytes()));
    }

    @Operation(
            summary = "Erase a picture or a document",
            description =
                    "Its bytes go for good, in all sizes, whatever card shows it: the card says so"
                            + " from then on. For whose it is, the committee and operators.")
    @ApiResponse(responseCode = "204", description = "Erased")
    @DeleteMapping("/{hash}")
    ResponseEntity<Void> erase(@PathVariable String hash, Caller caller) {
        if (!FilePolicy.isHash(hash) || !rights.mayErase(hash, Callers.actor(caller))) {
            throw Problem.notFound(hash).exception();
        }
        files.erase(hash);
        return ResponseEntity.noContent().build();
    }

    private static Actor sender(Actor actor, @Nullable String named) {
        if (named == null) {
            return actor;
        }
        PartnerId partner =
                PartnerId.parse(named)
                        .orElseThrow(
                                () ->
                                        Problem.invalid("partner", "partner-unknown", named)
                                                .exception());
        if (!FileRights.maySendFor(partner, actor)) {
            throw RefusalProblems.of(List.of(Refusal.forbidden("partner", "operator-only")))
                    .exception();
        }
        return FileRights.sender(partner, actor);
    }

    private static RuntimeException busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "files-busy")
                .withHeader(HttpHeaders.RETRY_AFTER, BUSY_SECONDS)
                .exception();
    }
}
