package relais.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;

/** Unsent records as they lie in the document of their aggregate, and as they leave it. */
final class OutboxDocuments {

    static final String NUMBER = "number";
    static final String VALUE = "value";

    private OutboxDocuments() {}

    /** The records as they lie in the document that they lead to. */
    static List<Document> documents(long newVersion, List<OutboxRecord> records) {
        List<Document> documents = new ArrayList<>(records.size());
        long number = newVersion - records.size();
        for (OutboxRecord record : records) {
            number++;
            documents.add(
                    new Document(NUMBER, number)
                            .append("topic", record.topic())
                            .append("key", record.key())
                            .append(VALUE, record.value())
                            .append("headers", headers(record)));
        }
        return documents;
    }

    /** The same records as they leave, without the way through the store. */
    static List<Outbox.Numbered> numbered(long newVersion, List<OutboxRecord> records) {
        List<Outbox.Numbered> numbered = new ArrayList<>(records.size());
        long number = newVersion - records.size();
        for (OutboxRecord record : records) {
            number++;
            var message = new ProducerRecord<>(record.topic(), record.key(), record.value());
            record.headers().forEach((name, text) -> addHeader(message, name, text));
            numbered.add(new Outbox.Numbered(number, message));
        }
        return numbered;
    }

    /** Those of an aggregate's document. */
    static List<Outbox.Numbered> numbered(Document aggregate) {
        return records(aggregate).stream()
                .map(
                        record ->
                                new Outbox.Numbered(
                                        record.get(NUMBER, Number.class).longValue(),
                                        message(record)))
                .toList();
    }

    static int count(Document aggregate) {
        return records(aggregate).size();
    }

    static Outbox.Waiting waiting(Document aggregate) {
        List<Document> records = records(aggregate);
        return new Outbox.Waiting(
                records.size(), records.stream().mapToLong(record -> value(record).length).sum());
    }

    private static ProducerRecord<String, byte[]> message(Document record) {
        var message =
                new ProducerRecord<>(
                        record.getString("topic"), record.getString("key"), value(record));
        record.get("headers", Document.class)
                .forEach((name, text) -> addHeader(message, name, text.toString()));
        return message;
    }

    private static void addHeader(
            ProducerRecord<String, byte[]> message, String name, String text) {
        message.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] value(Document record) {
        return record.get(VALUE, Binary.class).getData();
    }

    private static Document headers(OutboxRecord record) {
        Document headers = new Document();
        headers.putAll(record.headers());
        return headers;
    }

    private static List<Document> records(Document document) {
        return document.getList(Outbox.RECORDS, Document.class, List.of());
    }
}
