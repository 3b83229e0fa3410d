/**
 * Who signed in, who was refused, and what operators did, as events of Spring Boot's audit and
 * lines of the log. A line says account, act and outcome, and nothing else of a person: neither
 * name nor address, nor what was typed.
 */
@NullMarked
package relais.audit;

import org.jspecify.annotations.NullMarked;
