/**
 * The open data: tables made of what everyone may read, one edition a day, each from one place of
 * the log. Knows neither Kafka nor MongoDB nor HTTP.
 */
@NullMarked
package relais.history.dataset;

import org.jspecify.annotations.NullMarked;
