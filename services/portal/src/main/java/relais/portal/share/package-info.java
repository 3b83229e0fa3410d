/** What others take from the portal: addresses for search engines, tables, pieces to embed. */
@NullMarked
package relais.portal.share;

import org.jspecify.annotations.NullMarked;
