@NullMarked
package relais.partners.adapter.mongo;

import org.jspecify.annotations.NullMarked;
