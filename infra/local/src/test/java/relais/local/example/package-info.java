@NullMarked
package relais.local.example;

import org.jspecify.annotations.NullMarked;
