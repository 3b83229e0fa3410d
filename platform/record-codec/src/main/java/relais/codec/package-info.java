/** Records as stored documents, without code of their own. */
@NullMarked
package relais.codec;

import org.jspecify.annotations.NullMarked;
