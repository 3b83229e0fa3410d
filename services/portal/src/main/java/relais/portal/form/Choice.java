package relais.portal.form;

/**
 * One of several things to choose in a form.
 *
 * @param value what is sent
 * @param label what people read
 */
public record Choice(String value, String label) {}
