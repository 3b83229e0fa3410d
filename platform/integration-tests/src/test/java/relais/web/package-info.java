@NullMarked
package relais.web;

import org.jspecify.annotations.NullMarked;
