@NullMarked
package relais.history.adapter.http;

import org.jspecify.annotations.NullMarked;
