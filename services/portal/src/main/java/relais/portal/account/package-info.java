/** Who is signed in, and how one comes and goes. */
@NullMarked
package relais.portal.account;

import org.jspecify.annotations.NullMarked;
