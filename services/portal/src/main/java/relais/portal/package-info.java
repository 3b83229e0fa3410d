/**
 * The portal: server-rendered pages for everyone who reads, posts, decides, analyses or operates.
 * It keeps nothing but sessions, and knows the other services by their HTTP API only.
 */
@NullMarked
package relais.portal;

import org.jspecify.annotations.NullMarked;
