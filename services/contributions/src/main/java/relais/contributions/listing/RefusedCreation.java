package relais.contributions.listing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how a creation can be refused. */
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
        responseCode = "422",
        description = "A rule refuses what was sent, or the key was used for another request",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.REFUSED)))
public @interface RefusedCreation {}
