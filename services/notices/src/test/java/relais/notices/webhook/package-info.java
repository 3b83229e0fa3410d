/** The guard and the signature, by themselves. */
@NullMarked
package relais.notices.webhook;

import org.jspecify.annotations.NullMarked;
