package relais.contributions.listing;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes how reading what everyone may read can be refused. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "404",
        description = "There is none",
        content =
                @Content(
                        mediaType = RefusalExamples.MEDIA,
                        schema = @Schema(ref = RefusalExamples.SCHEMA),
                        examples = @ExampleObject(RefusalExamples.NOT_FOUND)))
public @interface RefusedReading {}
