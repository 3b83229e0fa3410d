package relais.history.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import relais.history.dataset.DailyEditions;
import relais.history.dataset.Edition;
import relais.history.dataset.EditionFiles;
import relais.history.dataset.Table;
import relais.web.Problem;

/** The open data: for anyone. */
@RestController
@Tag(name = "datasets")
record DatasetsController(DailyEditions daily, EditionFiles files, Catalog catalog) {

    static final String LATEST = "latest";

    private static final String TURTLE = "text/turtle;charset=UTF-8";
    private static final String JSON_LD = "application/ld+json";

    @Schema(name = "Datasets")
    record Answer(
            @Schema(description = "The number of the edition") long edition,
            @Schema(description = "Of which day, in France") LocalDate day,
            Instant madeAt,
            @Schema(
                            description =
                                    "The place of the log that all of it is made from, for"
                                            + " /proofs?upTo= and /series?upTo=")
                    String upTo,
            @Schema(description = "How many records the log holds up to there, repeats included")
                    long records,
            @Schema(description = "How many events these are, each counted once") long events,
            @Schema(description = "Of the log up to there, 64 hexadecimal digits") String digest,
            List<Dataset> datasets,
            @Schema(description = "The editions that are kept, the newest first")
                    List<Kept> editions) {}

    /** An edition that is kept. */
    @Schema(name = "Edition")
    record Kept(long edition, LocalDate day) {}

    /** One table in its forms. */
    @Schema(name = "Dataset")
    record Dataset(
            @Schema(example = "experiences") String name,
            @Schema(description = "How many rows it has") long rows,
            List<DatasetFile> files) {}

    @Schema(name = "DatasetFile")
    record DatasetFile(
            @Schema(example = "experiences.csv") String name,
            @Schema(description = "csv, parquet, or schema for the Table Schema") String format,
            String mediaType,
            long bytes,
            @Schema(description = "64 hexadecimal digits") String sha256) {}

    @Operation(
            summary = "The open data of the day",
            description =
                    "Tables of what everyone may read, made once a day from one place of the log,"
                            + " under Licence Ouverte 2.0.")
    @ApiResponse(responseCode = "404", description = "None is made yet: try again shortly")
    @GetMapping("/datasets")
    Answer datasets() throws InterruptedException {
        List<Edition> shown = daily.shown();
        Edition edition = shown.stream().findFirst().orElseThrow(() -> none().exception());
        return new Answer(
                edition.number(),
                edition.day(),
                edition.madeAt(),
                edition.upTo(),
                edition.records(),
                edition.events(),
                edition.digest(),
                Arrays.stream(Table.values()).map(table -> dataset(table, edition)).toList(),
                shown.stream().map(each -> new Kept(each.number(), each.day())).toList());
    }

    private static Dataset dataset(Table table, Edition edition) {
        List<DatasetFile> made =
                Stream.of(Form.values())
                        .map(form -> file(form, form.file(table), edition))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
        Edition.MadeFile csv = edition.files().get(Form.CSV.file(table));
        return new Dataset(table.code(), csv == null ? 0 : csv.rows(), made);
    }

    private static @Nullable DatasetFile file(Form form, String name, Edition edition) {
        Edition.MadeFile file = edition.files().get(name);
        return file == null
                ? null
                : new DatasetFile(name, form.code(), form.mediaType(), file.bytes(), file.sha256());
    }

    @Operation(
            summary = "Download a file of the open data",
            description = "All of it, or a Range. The ETag of a table is its SHA-256.")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "206", description = "A part of it")
    @ApiResponse(responseCode = "416", description = "It is not that long")
    @ApiResponse(responseCode = "503", description = "Not made here yet: try again shortly")
    @GetMapping("/datasets/{edition}/{file}")
    ResponseEntity<Resource> file(
            @Parameter(description = "The number of an edition, or latest") @PathVariable
                    String edition,
            @Parameter(description = "As /datasets names it", example = "experiences.csv")
                    @PathVariable
                    String file)
            throws InterruptedException {
        Edition wanted =
                daily.shown().stream()
                        .filter(
                                each ->
                                        edition.equals(LATEST)
                                                || edition.equals(String.valueOf(each.number())))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        (edition.equals(LATEST)
                                                        ? none()
                                                        : Problem.notFound(edition))
                                                .exception());
        Edition.MadeFile made = wanted.files().get(file);
        if (made == null) {
            throw Problem.notFound(file).exception();
        }
        Path path = files.find(wanted.number(), file).orElseThrow(() -> notYet().exception());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Form.of(file).mediaType()))
                .eTag("\"" + made.sha256() + "\"")
                .cacheControl(
                        // A text that is hidden later takes the edition away.
                        CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic().mustRevalidate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"relais-%s-%s\"".formatted(wanted.day(), file))
                .body(new FileSystemResource(path));
    }

    @Operation(summary = "The catalogue of the open data, DCAT-AP 3 as JSON-LD")
    @ApiResponse(
            responseCode = "200",
            description = "The catalogue",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = "object")))
    @ApiResponse(responseCode = "404", description = "No edition is made yet")
    @GetMapping(path = "/catalog.jsonld", produces = JSON_LD)
    ResponseEntity<byte[]> jsonLd() throws InterruptedException {
        return answer(JSON_LD, catalog.jsonLd(edition()));
    }

    @Operation(summary = "The same as Turtle")
    @ApiResponse(
            responseCode = "200",
            description = "The catalogue",
            content = @Content(mediaType = "text/turtle", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = "No edition is made yet")
    @GetMapping(path = "/catalog.ttl", produces = "text/turtle")
    ResponseEntity<byte[]> turtle() throws InterruptedException {
        return answer(TURTLE, catalog.turtle(edition()));
    }

    private static ResponseEntity<byte[]> answer(String mediaType, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .body(text.getBytes(UTF_8));
    }

    private Edition edition() throws InterruptedException {
        return daily.current().orElseThrow(() -> none().exception());
    }

    /** Of a log that is empty, or does not rest yet. */
    private static Problem none() {
        return toCome(HttpStatus.NOT_FOUND);
    }

    /** Another instance has decided the edition, and this one has not made its files yet. */
    private static Problem notYet() {
        return toCome(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Problem toCome(HttpStatus status) {
        return Problem.of(status, "datasets-to-come").withHeader(HttpHeaders.RETRY_AFTER, "30");
    }

    /** The forms a table comes in, and what explains it. */
    enum Form {
        CSV("csv", "csv", "text/csv;charset=UTF-8"),
        PARQUET("parquet", "parquet", "application/vnd.apache.parquet"),
        SCHEMA("schema", "schema.json", "application/json");

        private final String code;
        private final String extension;
        private final String mediaType;

        Form(String code, String extension, String mediaType) {
            this.code = code;
            this.extension = extension;
            this.mediaType = mediaType;
        }

        String code() {
            return code;
        }

        String mediaType() {
            return mediaType;
        }

        String file(Table table) {
            return table.code() + "." + extension;
        }

        static Form of(String file) {
            return Stream.of(values())
                    .filter(form -> file.endsWith("." + form.extension))
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound(file).exception());
        }
    }
}
