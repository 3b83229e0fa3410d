/** What the read model must be, worked out a second time without any of its code. */
@NullMarked
package relais.feed.oracle;

import org.jspecify.annotations.NullMarked;
