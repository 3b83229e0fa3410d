@NullMarked
package relais.contributions.adapter.http.workingday;

import org.jspecify.annotations.NullMarked;
