package relais.history.adapter.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relais.history.adapter.kafka.AvroPayloads;
import relais.history.adapter.territories.TerritoryGeography;
import relais.history.export.Format;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.timeline.EventFilter;
import relais.log.kafka.KafkaLog;
import relais.territories.Territories;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of exports, which are promised for ever: of every event that was ever released, of one
 * whose schema this build does not know, and of records that are odd or no events at all. Of Avro
 * and Parquet it is the rows, for a later release of their libraries may compress them otherwise.
 */
class ExportBytesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final ReleasedEvents EVENTS = new ReleasedEvents();

    private static final TerritoryGeography GEOGRAPHY = new TerritoryGeography(Territories.load());

    @TempDir Path folder;

    @Test
    void ndjsonStays() throws IOException {
        assertThat(digest(export(new NdjsonFormat(JSON))))
                .isEqualTo("93e445eb710bc1b1249999230b3e517efdca32f7e2d75b0e94b18d94840b22f1");
    }

    @Test
    void rawNdjsonStays() throws IOException {
        assertThat(digest(export(new RawNdjsonFormat(JSON))))
                .isEqualTo("7baf1e016cc5eb005b68b6a58f214cb13ed47d7bb3141b3697d847e0d11cc5bc");
    }

    @Test
    void csvStays() throws IOException {
        assertThat(digest(export(new CsvFormat())))
                .isEqualTo("5ebc151c34d8dfa9938106771d3e0b30e72002ec2c615e62718064b33d50d43f");
    }

    @Test
    void rowsOfAvroStay() throws IOException {
        StringBuilder rows = new StringBuilder();
        try (DataFileStream<GenericRecord> file =
                new DataFileStream<>(
                        new ByteArrayInputStream(export(new AvroFormat())),
                        new GenericDatumReader<>())) {
            file.forEach(rows::append);
        }

        assertThat(digest(rows.toString().getBytes(UTF_8)))
                .isEqualTo("e247a89fb8eeec5cc67a470a6d65f7f9e306d23d8e0e1563c09278cb9f0f6c45");
    }

    @Test
    void rowsOfParquetStay() throws Exception {
        Path file = Files.write(folder.resolve("all.parquet"), export(new ParquetFormat()));
        StringBuilder rows = new StringBuilder();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM '" + file + "'")) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    rows.append(row.getMetaData().getColumnName(i)).append('=');
                    rows.append(row.getString(i)).append('\n');
                }
            }
        }

        assertThat(digest(rows.toString().getBytes(UTF_8)))
                .isEqualTo("356864be2950de58990967a6901f847a2ef29fe0fd6bf248d9606d6e6b53c367");
    }

    @Test
    void keepsByAxisWhatCarriesIt() throws IOException {
        EventFilter uses =
                new EventFilter(
                        null, null, Set.of(), Set.of(), Set.of("USES"), null, null, null, null);

        assertThat(digest(export(new NdjsonFormat(JSON), uses)))
                .isEqualTo("f816f83d93a98c6072d5de62edf85db216024ada52668e224829456d6746df37");
    }

    private static byte[] export(Format<?> format) throws IOException {
        return export(format, EventFilter.ANY);
    }

    private static <T> byte[] export(Format<T> format, EventFilter filter) throws IOException {
        Rows rows =
                new Rows(
                        filter,
                        null,
                        new AvroPayloads(EVENTS),
                        GEOGRAPHY,
                        ReleasedEvents::isHidden,
                        place -> place.offset() % 50 == 49,
                        true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Format.Writer<T> writer = format.open(out)) {
            for (ConsumerRecord<byte[], byte[]> record : EVENTS.records()) {
                Row row = rows.apply(KafkaLog.event(record));
                if (row != null) {
                    writer.write(format.prepare(row));
                }
            }
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
