package relais.teststack;

import org.bson.BsonDocument;

/**
 * A command that was sent.
 *
 * @param shape what it has in common with others, in words
 * @param filter of the documents that it is about
 * @param sort empty if it wants no order
 * @param command as a server can explain it
 */
record SentQuery(
        String shape,
        String database,
        String collection,
        BsonDocument filter,
        BsonDocument sort,
        BsonDocument command) {}
