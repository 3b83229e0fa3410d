package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how reading a contribution can be refused. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "404",
        description = "There is none, or none that the caller may know of",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.NOT_FOUND)))
@interface RefusesReading {}
