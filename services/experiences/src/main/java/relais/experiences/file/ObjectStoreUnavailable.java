package relais.experiences.file;

/** The store of pictures and documents does not answer, or refuses what it should do. */
public final class ObjectStoreUnavailable extends RuntimeException {

    ObjectStoreUnavailable(Throwable cause) {
        super("The object store is unavailable", cause);
    }
}
