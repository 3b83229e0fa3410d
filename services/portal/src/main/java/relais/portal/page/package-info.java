/** What all pages share: layout, language, words, Markdown, and the pages that only inform. */
@NullMarked
package relais.portal.page;

import org.jspecify.annotations.NullMarked;
