@NullMarked
package relais.partners.domain;

import org.jspecify.annotations.NullMarked;
