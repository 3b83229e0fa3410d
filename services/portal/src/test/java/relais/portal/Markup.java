package relais.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What no page may hold. */
final class Markup {

    private Markup() {}

    /**
     * Scripts and styles come from files of the portal; nothing is inline, nothing handles events.
     */
    static void assertTame(Document page) {
        assertThat(
                        page.select(
                                "script:not([src]):not([type=application/ld+json]), style, iframe, object, embed, base"))
                .isEmpty();
        assertThat(page.select("script[src], link[rel=stylesheet]"))
                .allMatch(each -> each.attr(each.hasAttr("src") ? "src" : "href").startsWith("/"));
        assertThat(page.select("img")).isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                assertThat(name)
                        .as("%s of %s", name, element.tagName())
                        .doesNotStartWith("on")
                        .isNotEqualTo("style");
                if (name.equals("href") || name.equals("action") || name.equals("src")) {
                    assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                            .doesNotStartWith("javascript:")
                            .doesNotStartWith("data:");
                }
            }
        }
    }
}
