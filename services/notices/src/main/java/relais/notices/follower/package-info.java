/** Who follows: settings of a person, known by a hash of the token's subject. */
@NullMarked
package relais.notices.follower;

import org.jspecify.annotations.NullMarked;
