package relais.experiences.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that people send, and files that people should not. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A drawing whose left half is red and whose right half is white. */
    public static BufferedImage drawing(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        return image;
    }

    public static byte[] picture(String format, int width, int height) {
        return encoded(format, drawing(width, height));
    }

    static byte[] encoded(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As of a telephone: it says how it was held, and where. */
    public static byte[] photograph(int width, int height, int orientation) {
        byte[] plain = picture("jpeg", width, height);
        ByteBuffer exif = ByteBuffer.allocate(64);
        exif.put("Exif\0\0".getBytes(US_ASCII));
        exif.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0);
        exif.put("GPS 47.23 6.02".getBytes(US_ASCII));
        byte[] segment = exif.array();
        ByteBuffer all = ByteBuffer.allocate(plain.length + segment.length + 4);
        all.put(plain, 0, 2);
        all.putShort((short) 0xFFE1).putShort((short) (segment.length + 2)).put(segment);
        all.put(plain, 2, plain.length - 2);
        return all.array();
    }

    /** A small file that says it were enormous. */
    static byte[] hugePng(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.putInt(13).put(header.array()).putInt((int) crc.getValue());
        return png.array();
    }

    public static byte[] svg() {
        return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(UTF_8);
    }

    /** A document with some objects added. */
    public static byte[] pdf(String... objects) {
        var text = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        text.append("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        text.append("2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
        for (int i = 0; i < objects.length; i++) {
            text.append(i + 3).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        text.append("trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
        return text.toString().getBytes(ISO_8859_1);
    }

    /** A stream that holds packed objects. */
    static String packed(String content, String more) {
        byte[] raw = content.getBytes(ISO_8859_1);
        var deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode "
                + more
                + "/Length "
                + packed.size()
                + " >>\nstream\n"
                + packed.toString(ISO_8859_1)
                + "\nendstream";
    }

    /** A text document with some entries added, in twos: name and content. */
    public static byte[] odt(String... entries) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(US_ASCII));
        all.put("content.xml", "<office:document-content/>".getBytes(UTF_8));
        all.put("META-INF/manifest.xml", "<manifest:manifest/>".getBytes(UTF_8));
        for (int i = 0; i < entries.length; i += 2) {
            all.put(entries[i], entries[i + 1].getBytes(UTF_8));
        }
        return zip(all);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                var header = new ZipEntry(entry.getKey());
                // The same bytes whenever it is made.
                header.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                if (entry.getKey().equals("mimetype")) {
                    header.setMethod(ZipEntry.STORED);
                    header.setSize(entry.getValue().length);
                    var crc = new CRC32();
                    crc.update(entry.getValue());
                    header.setCrc(crc.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
