@NullMarked
package relais.teststack;

import org.jspecify.annotations.NullMarked;
