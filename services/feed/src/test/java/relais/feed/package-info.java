@NullMarked
package relais.feed;

import org.jspecify.annotations.NullMarked;
