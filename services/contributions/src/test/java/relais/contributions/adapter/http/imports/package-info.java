@NullMarked
package relais.contributions.adapter.http.imports;

import org.jspecify.annotations.NullMarked;
