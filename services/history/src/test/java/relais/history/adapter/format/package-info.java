@NullMarked
package relais.history.adapter.format;

import org.jspecify.annotations.NullMarked;
