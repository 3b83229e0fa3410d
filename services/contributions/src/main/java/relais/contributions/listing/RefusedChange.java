package relais.contributions.listing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how a change can be refused: the same for all that everyone may read. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "403",
        description = "The caller may not do this; “violations” says who may",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.FORBIDDEN)))
@ApiResponse(
        responseCode = "404",
        description = "There is none",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.NOT_FOUND)))
@ApiResponse(
        responseCode = "409",
        description = "Not as things stand; “violations” says why",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.CONFLICT)))
@ApiResponse(
        responseCode = "412",
        description = "It changed since the version of If-Match; the ETag is the current one",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.STALE)))
@ApiResponse(
        responseCode = "422",
        description = "A rule refuses what was sent; “violations” names every field at once",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.REFUSED)))
@ApiResponse(
        responseCode = "428",
        description = "If-Match is missing",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.VERSION_REQUIRED)))
public @interface RefusedChange {}
