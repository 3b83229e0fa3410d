/** How mail leaves, and how it is put off. */
@NullMarked
package relais.notices.mail;

import org.jspecify.annotations.NullMarked;
