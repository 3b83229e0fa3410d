package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The few words and days that come with what is done to an experience; each command uses some of
 * them. Days are ISO days, as they were typed; where one is absent, it is today.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperienceCommandBody(
        @Nullable String reason,
        @Nullable String comment,
        @Nullable String plan,
        @Nullable String note,
        ExperienceText.@Nullable Results results,
        @Nullable String confirmedOn,
        @Nullable String adoptedOn,
        @Nullable String reportedOn,
        @Nullable String endedOn) {

    public static ExperienceCommandBody confirmed(@Nullable String on) {
        return new ExperienceCommandBody(null, null, null, null, null, on, null, null, null);
    }

    public static ExperienceCommandBody withdrawn(@Nullable String reason) {
        return new ExperienceCommandBody(reason, null, null, null, null, null, null, null, null);
    }

    public static ExperienceCommandBody takenBack(@Nullable String reason) {
        return withdrawn(reason);
    }

    public static ExperienceCommandBody endorsed(@Nullable String comment) {
        return new ExperienceCommandBody(null, comment, null, null, null, null, null, null, null);
    }

    public static ExperienceCommandBody adopted(@Nullable String plan, @Nullable String on) {
        return new ExperienceCommandBody(null, null, plan, null, null, null, on, null, null);
    }

    public static ExperienceCommandBody reported(
            ExperienceText.Results results, @Nullable String note, @Nullable String on) {
        return new ExperienceCommandBody(null, null, null, note, results, null, null, on, null);
    }

    public static ExperienceCommandBody ended(@Nullable String reason, @Nullable String on) {
        return new ExperienceCommandBody(reason, null, null, null, null, null, null, null, on);
    }
}
