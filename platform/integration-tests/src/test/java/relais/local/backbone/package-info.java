@NullMarked
package relais.local.backbone;

import org.jspecify.annotations.NullMarked;
