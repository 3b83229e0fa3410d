package relais.history.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.history.dataset.Edition;
import relais.history.dataset.Editions;
import relais.web.Problem;

/** What is said of every edition of the open data there ever was, signed: for anyone. */
@RestController
@Tag(name = "datasets")
record DigestsController(Editions editions) {

    private static final String LINES = "application/x-ndjson";
    private static final String KEYS = "application/jwk-set+json";
    private static final int MOST = 1_000;

    @Operation(
            summary = "The digest of every edition there ever was",
            description =
                    "One line of canonical JSON for each, in order; previous is the SHA-256 of the"
                            + " line before, without its end. Lines are added and never changed, at"
                            + " most a thousand an answer.")
    @ApiResponse(
            responseCode = "200",
            description = "The lines",
            content = @Content(mediaType = LINES, schema = @Schema(type = "string")))
    @GetMapping(path = "/datasets/digests", produces = LINES)
    ResponseEntity<byte[]> digests(
            @Parameter(description = "The first number. Absent: 1") @RequestParam(required = false)
                    @Nullable String from) {
        long first = from == null ? 1 : number(from);
        return lines(LINES, editions.from(first, MOST).stream().map(Edition::line));
    }

    @Operation(
            summary = "The signature of every edition",
            description =
                    "One JWS in compact form (RFC 7515, ES256) a line, in order: its payload is the"
                            + " line of the digest, its header names the key. At most a thousand an"
                            + " answer; editions that were made before they were signed have none.")
    @ApiResponse(
            responseCode = "200",
            description = "The signatures",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @GetMapping(path = "/datasets/signatures", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> signatures(
            @Parameter(description = "The first number. Absent: 1") @RequestParam(required = false)
                    @Nullable String from) {
        long first = from == null ? 1 : number(from);
        return lines(MediaType.TEXT_PLAIN_VALUE, signatures(editions.from(first, MOST)));
    }

    @Operation(
            summary = "The keys that editions were signed with",
            description =
                    "A JSON Web Key Set (RFC 7517): compare the thumbprint with one from elsewhere.")
    @ApiResponse(
            responseCode = "200",
            description = "The public keys",
            content = @Content(mediaType = KEYS, schema = @Schema(type = "object")))
    @GetMapping(path = "/datasets/keys", produces = KEYS)
    ResponseEntity<byte[]> keys() {
        List<JWK> keys =
                signatures(editions.latest(MOST)).map(DigestsController::key).distinct().toList();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(KEYS))
                .body(new JWKSet(keys).toString().getBytes(UTF_8));
    }

    private static Stream<String> signatures(List<Edition> editions) {
        return editions.stream().map(Edition::signature).filter(jws -> !jws.isEmpty());
    }

    private static JWK key(String jws) {
        try {
            return JWSObject.parse(jws).getHeader().getJWK();
        } catch (ParseException e) {
            throw new IllegalStateException("What is stored as a signature is none: " + jws, e);
        }
    }

    private static ResponseEntity<byte[]> lines(String mediaType, Stream<String> lines) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .body(lines.map(line -> line + "\n").collect(joining()).getBytes(UTF_8));
    }

    private static long number(String raw) {
        try {
            long number = Long.parseLong(raw);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw Problem.invalid("from", "between", 1, Integer.MAX_VALUE).exception();
        }
        throw Problem.invalid("from", "between", 1, Integer.MAX_VALUE).exception();
    }
}
