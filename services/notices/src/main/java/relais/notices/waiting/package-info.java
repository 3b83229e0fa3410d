/** What waits for somebody, from the events of experiences and contributions. */
@NullMarked
package relais.notices.waiting;

import org.jspecify.annotations.NullMarked;
