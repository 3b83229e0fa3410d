package relais.aggregates.mongo;

/** A collection that lists are made of. The start asks every bean of this kind. */
public interface Indexed {

    /** Creates what is missing; reaches the database. */
    void ensureIndexes();
}
