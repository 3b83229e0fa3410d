package relais.portal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TooFastTest {

    private final TooFast tooFast = new TooFast(messages());

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            delimiter = '|',
            value = {
                "42 | dans 42 secondes. | in 42 seconds.",
                "1 | dans une seconde. | in one second.",
                "0 | dans une seconde. | in one second.",
                "119 | dans 119 secondes. | in 119 seconds.",
                "121 | dans 3 minutes. | in 3 minutes.",
                "5400 | dans 90 minutes. | in 90 minutes.",
                "7201 | dans 3 heures. | in 3 hours.",
                "86400 | dans 24 heures. | in 24 hours.",
                "absent | dans quelques instants. | in a moment.",
                "Wed, 21 Oct 2015 07:28:00 GMT | dans quelques instants. | in a moment.",
                "-5 | dans quelques instants. | in a moment.",
                "99999999999 | dans quelques instants. | in a moment."
            })
    void saysWhenToTryAgainInTheReadersLanguage(
            @Nullable String retryAfter, String french, String english) {
        Refusal said = Refusal.of(TooFast.STATUS);

        assertThat(tooFast.told(said, retryAfter, Locale.FRENCH).title())
                .isEqualTo("Trop vite : réessayez " + french);
        assertThat(tooFast.told(said, retryAfter, Locale.ENGLISH).title())
                .isEqualTo("Too fast: try again " + english);
    }

    @Test
    void keepsWhatTheServiceSaysOfIt() {
        Refusal explained =
                new Refusal(429, "Trop de rejeux", "Deux à la fois.", List.of(), List.of(), "id-1");
        Refusal titled = new Refusal(429, "Trop de rejeux", null, null, null, null);

        assertThat(tooFast.told(explained, "30", Locale.FRENCH))
                .extracting(Refusal::detail, Refusal::correlationId, Refusal::status)
                .containsExactly("Deux à la fois.", "id-1", 429);
        assertThat(tooFast.told(titled, "30", Locale.FRENCH).detail()).isEqualTo("Trop de rejeux");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/layout");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
