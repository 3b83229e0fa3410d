@NullMarked
package relais.contributions.adapter.mongo;

import org.jspecify.annotations.NullMarked;
