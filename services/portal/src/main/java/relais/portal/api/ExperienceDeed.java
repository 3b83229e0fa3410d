package relais.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The few words and days that come with what is done to an experience; each deed uses some of them.
 * Days are ISO days, as they were typed; where one is absent, it is today.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperienceDeed(
        @Nullable String reason,
        @Nullable String comment,
        @Nullable String plan,
        @Nullable String note,
        ExperienceText.@Nullable Results results,
        @Nullable String confirmedOn,
        @Nullable String adoptedOn,
        @Nullable String reportedOn,
        @Nullable String endedOn) {

    public static ExperienceDeed confirmed(@Nullable String on) {
        return new ExperienceDeed(null, null, null, null, null, on, null, null, null);
    }

    public static ExperienceDeed withdrawn(@Nullable String reason) {
        return new ExperienceDeed(reason, null, null, null, null, null, null, null, null);
    }

    public static ExperienceDeed takenBack(@Nullable String reason) {
        return withdrawn(reason);
    }

    public static ExperienceDeed endorsed(@Nullable String comment) {
        return new ExperienceDeed(null, comment, null, null, null, null, null, null, null);
    }

    public static ExperienceDeed adopted(@Nullable String plan, @Nullable String on) {
        return new ExperienceDeed(null, null, plan, null, null, null, on, null, null);
    }

    public static ExperienceDeed reported(
            ExperienceText.Results results, @Nullable String note, @Nullable String on) {
        return new ExperienceDeed(null, null, null, note, results, null, null, on, null);
    }

    public static ExperienceDeed ended(@Nullable String reason, @Nullable String on) {
        return new ExperienceDeed(reason, null, null, null, null, null, null, null, on);
    }
}
