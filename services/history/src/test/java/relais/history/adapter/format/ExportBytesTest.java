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
                .isEqualTo("834d1742546ec9dd0b8b6e2fe6f030bf25406972eea56f931ef94e9002492026");
    }

    @Test
    void rawNdjsonStays() throws IOException {
        assertThat(digest(export(new RawNdjsonFormat(JSON))))
                .isEqualTo("9983f98b41fd39b5e710673b0e9a5aee5ccbe21b310e46004dbff99a9c3088fa");
    }

    @Test
    void csvStays() throws IOException {
        assertThat(digest(export(new CsvFormat())))
                .isEqualTo("d1228f5f96017bc7a5c3db87e95fbc3386ef479e71b7849defa917bcd440b327");
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
                .isEqualTo("e0bc606e911dc3c99e5471c4ab4f4a30831f043ebad5dbf25a0c11f16fc01468");
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
                .isEqualTo("f092bf92ccc95e8d06d4c216f461ac9f27de0f6de00288d5dc2681c1f36a0111");
    }

    @Test
    void keepsByAxisWhatCarriesIt() throws IOException {
        EventFilter uses =
                new EventFilter(
                        null, null, Set.of(), Set.of(), Set.of("USES"), null, null, null, null);

        assertThat(digest(export(new NdjsonFormat(JSON), uses)))
                .isEqualTo("3bd5d73a97e3fb90fdd53fdc1c1ee5033005f0434447f08176fa8980b66b2d9d");
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
