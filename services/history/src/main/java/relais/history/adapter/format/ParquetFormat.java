package relais.history.adapter.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import relais.history.export.FlatRow;
import relais.history.export.Format;
import relais.history.export.Payload;
import relais.history.export.Row;

/**
 * A Parquet file of the {@link FlatRow} columns, compressed with Zstandard. Times are texts, as in
 * the other forms: they sort, and every reader casts them. A row group holds about eight megabytes,
 * so that writing needs little more.
 */
public record ParquetFormat() implements Format<List<@Nullable Object>> {

    private static final long ROW_GROUP_BYTES = 8L * 1024 * 1024;
    private static final int PAGE_BYTES = 256 * 1024;

    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public List<@Nullable Object> prepare(Row row) {
        return FlatRow.COLUMNS.stream().map(column -> cell(column.in(row))).toList();
    }

    /** A Binary, a Long or a Boolean; null if absent. */
    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case String text -> Binary.fromString(text);
            case Payload payload -> Binary.fromConstantByteArray(payload.json());
            case null, default -> value;
        };
    }

    @Override
    public Writer<List<@Nullable Object>> open(OutputStream out) throws IOException {
        ParquetWriter<List<@Nullable Object>> file =
                new ParquetRows.Builder(new StreamedFile(out))
                        .withConf(new PlainParquetConfiguration())
                        .withCodecFactory(new Zstandard())
                        .withCompressionCodec(CompressionCodecName.ZSTD)
                        .withRowGroupSize(ROW_GROUP_BYTES)
                        .withPageSize(PAGE_BYTES)
                        .build();
        return new Writer<>() {
            @Override
            public void write(List<@Nullable Object> row) throws IOException {
                file.write(row);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
