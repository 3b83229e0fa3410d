@NullMarked
package relais.partners.adapter.http;

import org.jspecify.annotations.NullMarked;
