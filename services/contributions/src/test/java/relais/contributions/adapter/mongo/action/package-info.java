@NullMarked
package relais.contributions.adapter.mongo.action;

import org.jspecify.annotations.NullMarked;
