package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how a change of a contribution can be refused: the same for nearly all of them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RefusesCallers
@ApiResponse(
        responseCode = "409",
        description = "Not as things stand; “violations” says why",
        content =
                @Content(
                        mediaType = ProblemExamples.MEDIA,
                        schema = @Schema(ref = ProblemExamples.SCHEMA),
                        examples = @ExampleObject(ProblemExamples.CONFLICT)))
@interface RefusesChanges {}
