/** Whether the address that somebody typed is read by them, before digests go there. */
@NullMarked
package relais.notices.address;

import org.jspecify.annotations.NullMarked;
