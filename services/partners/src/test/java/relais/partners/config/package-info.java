@NullMarked
package relais.partners.config;

import org.jspecify.annotations.NullMarked;
