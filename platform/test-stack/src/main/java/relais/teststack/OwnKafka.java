package relais.teststack;

/** A running Kafka that one test has for itself. Ends with the process, or before it if closed. */
public final class OwnKafka implements AutoCloseable {

    private final Part part;
    private final String bootstrap;

    OwnKafka(Part part, String bootstrap) {
        this.part = part;
        this.bootstrap = bootstrap;
    }

    /** Bootstrap servers. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Ends it for good, with its data. */
    @Override
    public void close() {
        part.end();
    }
}
