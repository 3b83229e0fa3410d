package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageMessagesTest {

    private final PageMessages messages =
            new PageMessages(List.of("messages/layout", "messages/plan"));

    @Test
    void noFrenchLineBeginsWithASign() {
        assertThat(messages.getMessage("layout.about", null, Locale.FRENCH))
                .startsWith("Relais\u00a0: les territoires");
        assertThat(messages.getMessage("plan.due", new Object[] {"demain"}, Locale.FRENCH))
                .isEqualTo("échéance\u00a0: demain");
    }

    @Test
    void englishIsAsItWasWritten() {
        assertThat(messages.getMessage("layout.about", null, Locale.ENGLISH))
                .startsWith("Relais: ")
                .doesNotContain("\u00a0");
    }
}
