package relais.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;
import relais.limits.RequestRefusal;

/**
 * What the portal says when it has too much in hand, or to who comes too often: a page of its own,
 * without frame, template or further file, since a page of the usual kind costs what there is too
 * little of. A form that was sent is not read either: the browser has what was typed, and sends it
 * again when this page is reloaded.
 */
@Component
record BusyPage(MessageSource messages, LocaleResolver languages) implements RequestRefusal {

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = languages.resolveLocale(request);
        String reason =
                response.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        ? "error.busy"
                        : "error.often";
        byte[] page =
                page(
                                language.getLanguage(),
                                HtmlUtils.htmlEscape(text(reason + ".title", language), "UTF-8"),
                                HtmlUtils.htmlEscape(
                                        text(reason + detail(request), language), "UTF-8"))
                        .getBytes(StandardCharsets.UTF_8);
        response.setContentType(new MediaType("text", "html", StandardCharsets.UTF_8).toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static String page(String language, String title, String detail) {
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s · Relais</title>
                <style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}</style>
                </head>
                <body><main><h1>%2$s</h1><p>%3$s</p></main></body>
                </html>
                """
                .formatted(language, title, detail);
    }

    private static String detail(HttpServletRequest request) {
        return request.getMethod().equals("POST") ? ".sent" : ".detail";
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
