package relais.history.adapter.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import relais.history.export.Format;
import relais.history.export.Row;

/** An Avro container file with its schema, compressed block by block. */
public record AvroFormat() implements Format<GenericRecord> {

    private static final int COMPRESSION = 6;

    @Override
    public String mediaType() {
        return "application/vnd.apache.avro";
    }

    @Override
    public String extension() {
        return "avro";
    }

    @Override
    public GenericRecord prepare(Row row) {
        return FlatSchema.record(row);
    }

    @Override
    public Writer<GenericRecord> open(OutputStream out) throws IOException {
        DataFileWriter<GenericRecord> file =
                new DataFileWriter<>(new GenericDatumWriter<>(FlatSchema.SCHEMA));
        file.setCodec(CodecFactory.deflateCodec(COMPRESSION));
        // The same rows make the same bytes: the marks between blocks are not drawn by lot.
        file.create(FlatSchema.SCHEMA, new Unclosed(out), new byte[16]);
        return new Writer<>() {
            @Override
            public void write(GenericRecord row) throws IOException {
                file.append(row);
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
