/** What waits for the person who is signed in, from all desks, and how much beside each of them. */
@NullMarked
package relais.portal.todo;

import org.jspecify.annotations.NullMarked;
