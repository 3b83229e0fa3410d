/** What people are told: public events that match what they follow, and what waits for them. */
@NullMarked
package relais.notices.notice;

import org.jspecify.annotations.NullMarked;
