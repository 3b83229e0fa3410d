package relais.portal.call;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What people read when a service has had too much of them at once (429): in how long to try again,
 * and then why, in the service's own words. It has done nothing, and what was typed can be sent
 * again as it is.
 */
public record TooFast(MessageSource messages) {

    static final int STATUS = 429;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,7}");

    /** From here on people would rather be told the next larger unit. */
    private static final int ENOUGH = 2;

    /**
     * The same refusal with the wait as its title.
     *
     * @param retryAfter the header of that name: in seconds, as all services say it; what is
     *     anything else is told as "in a moment"
     */
    Refusal told(Refusal said, @Nullable String retryAfter, Locale language) {
        return new Refusal(
                STATUS,
                title(retryAfter, language),
                said.detail().isEmpty() ? said.title() : said.detail(),
                said.violations(),
                said.territories(),
                said.correlationId());
    }

    private String title(@Nullable String retryAfter, Locale language) {
        if (retryAfter == null || !SECONDS.matcher(retryAfter.strip()).matches()) {
            return words("soon", 0, language);
        }
        // Rounded up: anybody who comes too early is refused again.
        long seconds = Math.max(1, Long.parseLong(retryAfter.strip()));
        long minutes = Math.ceilDiv(seconds, Duration.ofMinutes(1).toSeconds());
        long hours = Math.ceilDiv(seconds, Duration.ofHours(1).toSeconds());
        if (seconds < Duration.ofMinutes(ENOUGH).toSeconds()) {
            return words(seconds == 1 ? "second" : "seconds", seconds, language);
        }
        return seconds < Duration.ofHours(ENOUGH).toSeconds()
                ? words("minutes", minutes, language)
                : words("hours", hours, language);
    }

    private String words(String unit, long count, Locale language) {
        return messages.getMessage("too-fast." + unit, new Object[] {count}, language);
    }
}
