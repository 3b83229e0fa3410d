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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | fr | Ce compte ou cette adresse | rechargez la page
                    GET  | en | This account or this address | reload the page
                    POST | fr | rien n’a été enregistré | votre navigateur renverra ce que vous avez saisi
                    POST | en | nothing was recorded    | your browser sends again what you typed
                    """)
    void saysToWhoComesTooOftenHowToKeepWhatWasTyped(
            String method, String language, String nothing, String keep) throws IOException {
        Document page = Jsoup.parse(written(method, Locale.of(language), 429));

        assertThat(page.select("h1").text()).containsAnyOf("de votre part", "from you");
        assertThat(page.select("p").text()).contains(nothing, keep);
    }

    private static String written(String method, Locale language) throws IOException {
        return written(method, language, 503);
    }

    private static String written(String method, Locale language, int status) throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/layout");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        var response = new MockHttpServletResponse();
        response.setStatus(status);
        new BusyPage(messages, new FixedLocaleResolver(language))
                .write(new MockHttpServletRequest(method, "/desk/experiences/new"), response);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
