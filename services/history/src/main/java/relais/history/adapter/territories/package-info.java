/** The reference of territories, as exports ask it. */
@NullMarked
package relais.history.adapter.territories;

import org.jspecify.annotations.NullMarked;
