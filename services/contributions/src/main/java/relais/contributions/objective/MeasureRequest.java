package relais.contributions.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * @param measuredOn the day the value holds for; absent for today
 * @param source where the value comes from
 * @param note what it holds and leaves out
 */
@Schema(
        example =
                """
                {"value": 63.2, "measuredOn": "2025-12-31",
                 "source": "Enquête annuelle auprès des départements"}""")
record MeasureRequest(
        @Nullable BigDecimal value,
        @Schema(format = "date") @Nullable String measuredOn,
        @Nullable String source,
        @Nullable String note) {

    public ObjectiveCommand command() {
        return new ObjectiveCommand.Measure(ObjectiveRequest.text(value), measuredOn, source, note);
    }
}
