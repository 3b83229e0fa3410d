package relais.history.adapter.format;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import relais.history.export.Format;
import relais.history.export.Row;

/** An Avro container file with its schema, compressed block by block. */
public record AvroFormat() implements Format<ByteBuffer> {

    private static final int COMPRESSION = 6;
    private static final int TYPICAL_LENGTH = 1024;

    private static final DatumWriter<GenericRecord> ROWS =
            new GenericDatumWriter<>(FlatSchema.SCHEMA);

    @Override
    public String mediaType() {
        return "application/vnd.apache.avro";
    }

    @Override
    public String extension() {
        return "avro";
    }

    @Override
    public ByteBuffer prepare(Row row) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream(TYPICAL_LENGTH);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(encoded, null);
        try {
            ROWS.write(FlatSchema.record(row), encoder);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return ByteBuffer.wrap(encoded.toByteArray());
    }

    @Override
    public Writer<ByteBuffer> open(OutputStream out) throws IOException {
        DataFileWriter<ByteBuffer> file =
                new DataFileWriter<>(new GenericDatumWriter<>(FlatSchema.SCHEMA));
        file.setCodec(CodecFactory.deflateCodec(COMPRESSION));
        // The same rows make the same bytes: the marks between blocks are not drawn by lot.
        file.create(FlatSchema.SCHEMA, new Unclosed(out), new byte[16]);
        return new Writer<>() {
            @Override
            public void write(ByteBuffer row) throws IOException {
                file.appendEncoded(row);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    /** The stream is the caller's to close. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
