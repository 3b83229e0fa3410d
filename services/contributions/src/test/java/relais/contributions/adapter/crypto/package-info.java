@NullMarked
package relais.contributions.adapter.crypto;

import org.jspecify.annotations.NullMarked;
