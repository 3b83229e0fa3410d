/** Archives over HTTP: rows of JSON, each read as the call that it stands for. */
@NullMarked
package relais.contributions.adapter.http.imports;

import org.jspecify.annotations.NullMarked;
