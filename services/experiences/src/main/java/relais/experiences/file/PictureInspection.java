package relais.experiences.file;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import relais.experiences.experience.FileUse;
import relais.experiences.experience.UploadedFile;
import relais.web.Sha256;

/**
 * Looks into what is said to be a picture. It is decoded and written anew, so that nothing is kept
 * of what came but what is seen: no place, no name, no device, no other file behind it. Its
 * dimensions are read before anything is decoded, and it is decoded no larger than needed.
 */
final class PictureInspection {

    /** Of a side, in pixels. */
    private static final int LONGEST = 12_000;

    /** Decoded row by row, of which few are kept. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Of what can only be decoded as a whole. */
    private static final long MOST_WHOLE = 16_000_000;

    private static final String TYPE = "image/jpeg";

    private PictureInspection() {}

    static Inspected of(byte[] bytes) {
        FileType type = FileType.of(bytes);
        if (type == FileType.SVG) {
            return Inspected.not("file-svg");
        }
        if (!type.isPicture()) {
            return Inspected.not("file-no-picture");
        }
        ImageReader reader = reader(type);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // Without metadata: what is packed in it may be endless, too.
            reader.setInput(in, true, true);
            return read(
                    reader, type == FileType.JPEG ? JpegHeader.of(bytes) : JpegHeader.PLAIN, type);
        } catch (IOException | RuntimeException unreadable) {
            // Decoders meet broken bytes with exceptions of every kind.
            return Inspected.not("file-broken-picture");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(FileType type) {
        if (type == FileType.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(type == FileType.PNG ? "png" : "jpeg");
        return readers.next();
    }

    private static Inspected read(ImageReader reader, JpegHeader header, FileType type)
            throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long most = type == FileType.WEBP || header.progressive() ? MOST_WHOLE : MOST_PIXELS;
        if (Math.max(width, height) > LONGEST || (long) width * height > most) {
            return Inspected.not("file-too-many-pixels", width, height, most / 1_000_000);
        }
        BufferedImage large =
                Scaling.toWidth(
                        decoded(reader, width, height),
                        FileSize.LARGE.width(),
                        header.orientation());
        Map<FileSize, byte[]> forms = new LinkedHashMap<>();
        byte[] kept = Scaling.jpeg(large);
        forms.put(FileSize.LARGE, kept);
        forms.put(
                FileSize.SMALL,
                Scaling.jpeg(Scaling.toWidth(large, FileSize.SMALL.width(), JpegHeader.UPRIGHT)));
        return new Inspected.Sound(
                new UploadedFile(
                        Sha256.hex(kept),
                        FileUse.PICTURE,
                        TYPE,
                        kept.length,
                        large.getWidth(),
                        large.getHeight()),
                forms);
    }

    private static BufferedImage decoded(ImageReader reader, int width, int height)
            throws IOException {
        int step = Scaling.step(width, height, 2 * FileSize.LARGE.width());
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        @Nullable BufferedImage image = reader.read(0, how);
        if (image == null) {
            throw new IOException("Nothing was decoded");
        }
        return image;
    }
}
