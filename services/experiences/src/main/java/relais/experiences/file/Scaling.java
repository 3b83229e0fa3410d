package relais.experiences.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures in other sizes. None is ever made larger than it came. */
final class Scaling {

    /** A picture is at most half as tall again as it may be wide. */
    private static final double TALLEST = 1.5;

    private static final float QUALITY = 0.82f;

    private Scaling() {}

    /** Of every how many pixels one is enough for a picture that fits into a width. */
    static int step(int width, int height, int widest) {
        double by = Math.max((double) width / widest, height / (widest * TALLEST));
        return Math.max(1, (int) Math.ceil(by));
    }

    /**
     * The picture on white, turned upright, as it fits into a width.
     *
     * @param orientation as of EXIF, 1 to 8
     */
    static BufferedImage toWidth(BufferedImage image, int widest, int orientation) {
        boolean lies = orientation >= 5;
        int width = lies ? image.getHeight() : image.getWidth();
        int height = lies ? image.getWidth() : image.getHeight();
        double by = Math.min(1, Math.min((double) widest / width, widest * TALLEST / height));
        int toWidth = Math.max(1, (int) Math.round(image.getWidth() * by));
        int toHeight = Math.max(1, (int) Math.round(image.getHeight() * by));
        BufferedImage scaled = image;
        // By halves first: a pixel of the result is made of all that it stands for.
        while (scaled.getWidth() > 2 * toWidth && scaled.getHeight() > 2 * toHeight) {
            scaled = drawn(scaled, scaled.getWidth() / 2, scaled.getHeight() / 2);
        }
        return upright(drawn(scaled, toWidth, toHeight), orientation);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation <= JpegHeader.UPRIGHT || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        // The matrix of each orientation takes a pixel to where it is seen.
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                };
        boolean lies = orientation >= 5;
        var turned =
                new BufferedImage(
                        lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        try {
            graphics.drawImage(image, turn, null);
        } finally {
            graphics.dispose();
        }
        return turned;
    }

    /** A JPEG of it, without metadata. */
    static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
