package relais.portal.page;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Markdown that people wrote, as HTML that cannot do anything. HTML in the text is shown as text;
 * what the renderer makes of the rest passes an allow-list all the same. In templates {@code
 * th:with="html=${@markdown.html(…)}" th:utext="${html}"}: the only place where text is not
 * escaped.
 */
@Component
public final class Markdown {

    private static final int FIRST_HEADING = 3;
    private static final int LAST_HEADING = 6;

    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements(
                            ("p br hr em strong blockquote code pre ul ol li table thead tbody tr th td"
                                            + " a")
                                    .split(" "))
                    .allowElements(Markdown::lowered, "h1", "h2", "h3", "h4", "h5", "h6")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowUrlProtocols("http", "https", "mailto")
                    .requireRelsOnLinks("nofollow", "noopener", "noreferrer", "ugc")
                    .allowAttributes("start")
                    .matching(Pattern.compile("[0-9]{1,6}"))
                    .onElements("ol")
                    .toFactory();

    private final Parser parser;
    private final HtmlRenderer renderer;

    public Markdown() {
        var extensions = List.of(TablesExtension.create());
        this.parser = Parser.builder().extensions(extensions).build();
        this.renderer =
                HtmlRenderer.builder()
                        .extensions(extensions)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .build();
    }

    /** HTML of the allowed kinds only; headings begin below those of the page. */
    public String html(@Nullable String markdown) {
        return markdown == null ? "" : ALLOWED.sanitize(renderer.render(parser.parse(markdown)));
    }

    private static String lowered(String heading, List<String> attributes) {
        int level = Character.digit(heading.charAt(1), 10) + FIRST_HEADING - 1;
        return "h" + Math.min(level, LAST_HEADING);
    }
}
