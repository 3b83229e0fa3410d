@NullMarked
package relais.contributions.adapter.http;

import org.jspecify.annotations.NullMarked;
