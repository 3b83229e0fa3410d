@NullMarked
package relais.contributions.adapter.http.message;

import org.jspecify.annotations.NullMarked;
