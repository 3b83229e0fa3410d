package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

class BusyPageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | fr | rien n’a été modifié | rechargez la page
                    GET  | en | nothing has changed  | reload the page
                    POST | fr | rien n’a été enregistré | rechargez cette page : votre navigateur renverra ce que vous avez saisi
                    POST | en | nothing was recorded    | reload this page: your browser sends again what you typed
                    """)
    void saysThatNothingWasDoneAndHowToKeepWhatWasTyped(
            String method, String language, String nothing, String keep) throws IOException {
        Document page = Jsoup.parse(written(method, Locale.of(language)));

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("p").text()).contains(nothing, keep);
    }

    private static String written(String method, Locale language) throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/layout");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        var response = new MockHttpServletResponse();
        new BusyPage(messages, new FixedLocaleResolver(language))
                .write(new MockHttpServletRequest(method, "/desk/experiences/new"), response);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
