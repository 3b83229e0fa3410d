package relais.portal.page;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Markdown that people wrote, as HTML that cannot do anything. HTML in the text is shown as text;
 * what the renderer makes of the rest passes an allow-list all the same. In templates {@code
 * th:with="html=${@markdown.html(…)}" th:utext="${html}"}, of cards {@code @markdown.card(…)}: the
 * only place where text is not escaped.
 */
@Component
public final class Markdown {

    private static final int FIRST_HEADING = 3;
    private static final int LAST_HEADING = 6;

    private static final PolicyFactory ALLOWED = allowed("http", "https", "mailto");

    /** Who wrote a card is reached by its contact alone, which is erased with the person. */
    private static final PolicyFactory ALLOWED_ON_CARDS = allowed("http", "https");

    private static PolicyFactory allowed(String... protocols) {
        return new HtmlPolicyBuilder()
                .allowElements(
                        ("p br hr em strong blockquote code pre ul ol li table thead tbody tr th td"
                                        + " a")
                                .split(" "))
                .allowElements(Markdown::lowered, "h1", "h2", "h3", "h4", "h5", "h6")
                .allowAttributes("href")
                .onElements("a")
                .allowUrlProtocols(protocols)
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer", "ugc")
                .allowAttributes("start")
                .matching(Pattern.compile("[0-9]{1,6}"))
                .onElements("ol")
                .toFactory();
    }

    private final Parser parser;
    private final HtmlRenderer renderer;
    private final HtmlRenderer lines;

    public Markdown() {
        List<Extension> extensions = List.of(TablesExtension.create());
        this.parser = Parser.builder().extensions(extensions).build();
        this.renderer = renderer(extensions).build();
        this.lines = renderer(extensions).softbreak("<br>\n").build();
    }

    private static HtmlRenderer.Builder renderer(List<Extension> extensions) {
        return HtmlRenderer.builder().extensions(extensions).escapeHtml(true).sanitizeUrls(true);
    }

    /** HTML of the allowed kinds only; headings begin below those of the page. */
    public String html(@Nullable String markdown) {
        return markdown == null ? "" : ALLOWED.sanitize(renderer.render(parser.parse(markdown)));
    }

    /**
     * The same of a long field of a card. A line that was typed stays one, since most fields are
     * written without knowing of Markdown; of a picture there are the words that stand for it; and
     * French signs stay with their word.
     */
    public String card(@Nullable String markdown) {
        if (markdown == null) {
            return "";
        }
        Node text = parser.parse(markdown);
        text.accept(new CardText());
        return ALLOWED_ON_CARDS.sanitize(lines.render(text));
    }

    private static final class CardText extends AbstractVisitor {

        @Override
        public void visit(Text text) {
            text.setLiteral(Words.unbroken(text.getLiteral()));
        }

        @Override
        public void visit(Image picture) {
            visitChildren(picture);
            while (picture.getFirstChild() != null) {
                picture.insertBefore(picture.getFirstChild());
            }
            picture.unlink();
        }
    }

    private static String lowered(String heading, List<String> attributes) {
        int level = Character.digit(heading.charAt(1), 10) + FIRST_HEADING - 1;
        return "h" + Math.min(level, LAST_HEADING);
    }
}
