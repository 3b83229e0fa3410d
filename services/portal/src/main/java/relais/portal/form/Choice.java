package relais.portal.form;

/** One of several things to choose in a form: what is sent, and what people read. */
public record Choice(String value, String label) {}
