package relais.history.dataset;

/**
 * A column of a table. What it means is in the messages, by its name.
 *
 * @param required whether every row has it
 */
public record Column(String name, Type type, boolean required) {

    /** What its cells are, and what Table Schema calls that. */
    public enum Type {
        /** A String. */
        TEXT("string"),
        /** Texts in one cell, with {@code |} between them. */
        LIST("string"),
        /** A Long. */
        COUNT("integer"),
        /** A BigDecimal. */
        NUMBER("number"),
        /** A LocalDate, a French civil date. */
        DAY("date"),
        /** An Instant, in UTC. */
        INSTANT("datetime");

        private final String schema;

        Type(String schema) {
            this.schema = schema;
        }

        /** Its name in a Table Schema. */
        public String schema() {
            return schema;
        }
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT, true);
    }

    static Column optional(String name, Type type) {
        return new Column(name, type, false);
    }

    static Column count(String name) {
        return new Column(name, Type.COUNT, true);
    }
}
