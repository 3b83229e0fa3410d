/** The read side: what every reader of the nation sees. */
@NullMarked
package relais.feed;

import org.jspecify.annotations.NullMarked;
