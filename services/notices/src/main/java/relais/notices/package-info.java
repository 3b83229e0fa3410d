/** Notices: what somebody follows, what waits for them, and how they are told. */
@NullMarked
package relais.notices;

import org.jspecify.annotations.NullMarked;
