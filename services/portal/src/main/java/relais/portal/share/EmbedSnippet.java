package relais.portal.share;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import relais.portal.page.PublicAddress;

/**
 * What another site writes into its page to show a piece of Relais; in templates {@code
 * ${@embedSnippet…}}.
 */
@Component("embedSnippet")
record EmbedSnippet(PublicAddress address) {

    static final int WIDTH = 600;
    static final int HEIGHT = 360;

    /**
     * @param path of the piece, below {@code /embed}, with its query
     * @param title for those who hear the page
     */
    public String of(String path, String title) {
        return of(path, title, "100%", HEIGHT);
    }

    String of(String path, String title, String width, int height) {
        return "<iframe src=\"%s\" title=\"%s\" width=\"%s\" height=\"%d\" loading=\"lazy\" style=\"border:0\"></iframe>"
                .formatted(
                        HtmlUtils.htmlEscape(address.of("/embed" + path), "UTF-8"),
                        HtmlUtils.htmlEscape(title, "UTF-8"),
                        width,
                        height);
    }
}
