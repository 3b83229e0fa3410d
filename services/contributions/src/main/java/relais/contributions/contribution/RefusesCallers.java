package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how a change of a contribution can be refused, however things stand. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "403",
        description = "The caller may not do this; “violations” says who may",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.FORBIDDEN)))
@ApiResponse(
        responseCode = "404",
        description = "There is none, or none that the caller may know of",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.NOT_FOUND)))
@ApiResponse(
        responseCode = "412",
        description = "It changed since the version of If-Match; the ETag is the current one",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.STALE)))
@ApiResponse(
        responseCode = "422",
        description = "A rule refuses what was sent; “violations” names every field at once",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.REFUSED)))
@ApiResponse(
        responseCode = "428",
        description = "If-Match is missing",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.VERSION_REQUIRED)))
@interface RefusesCallers {}
