package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** Which two instants, as the query has it. */
@ParameterObject
record CompareQuestion(
        @Schema(
                        description =
                                "The earlier one: an instant, the end of a day (Europe/Paris), or"
                                        + " the end of a working day, by its id",
                        example = "2015-09-30")
                @Nullable String from,
        @Schema(
                        description = "The later one; absent for now. The same as from is no error",
                        example = "wd-3f9c2a")
                @Nullable String to) {}
