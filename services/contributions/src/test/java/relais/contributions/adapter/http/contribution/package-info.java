@NullMarked
package relais.contributions.adapter.http.contribution;

import org.jspecify.annotations.NullMarked;
