/** Events as people take them away: which ones, in which form, and what is proved of them. */
@NullMarked
package relais.history.export;

import org.jspecify.annotations.NullMarked;
