@NullMarked
package relais.contributions.config;

import org.jspecify.annotations.NullMarked;
