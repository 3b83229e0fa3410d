@NullMarked
package relais.aggregates.http;

import org.jspecify.annotations.NullMarked;
