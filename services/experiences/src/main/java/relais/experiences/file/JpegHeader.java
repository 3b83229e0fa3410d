package relais.experiences.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What of a JPEG file its decoder does not tell.
 *
 * @param orientation of EXIF, 1 to 8: how a camera was held
 * @param progressive whether it can only be decoded as a whole
 */
record JpegHeader(int orientation, boolean progressive) {

    static final int UPRIGHT = 1;
    static final JpegHeader PLAIN = new JpegHeader(UPRIGHT, false);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIENTATION = 0x0112;
    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;

    /** Reads segment by segment up to the first scan; what is out of place ends it. */
    static JpegHeader of(byte[] bytes) {
        int orientation = UPRIGHT;
        boolean progressive = false;
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            int length = ((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF);
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > bytes.length) {
                break;
            }
            // Frames but the first kind: C4, C8 and CC are no frames.
            if (marker > FIRST_FRAME + 1
                    && marker <= LAST_FRAME
                    && marker != 0xC4
                    && marker != 0xC8
                    && marker != 0xCC) {
                progressive = true;
            }
            if (marker == APP1) {
                orientation = orientation(bytes, at + 4, length - 2, orientation);
            }
            at += 2 + length;
        }
        return new JpegHeader(orientation, progressive);
    }

    private static int orientation(byte[] bytes, int from, int length, int otherwise) {
        if (length < EXIF.length + 8) {
            return otherwise;
        }
        for (int i = 0; i < EXIF.length; i++) {
            if (bytes[from + i] != EXIF[i]) {
                return otherwise;
            }
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, from + EXIF.length, length - EXIF.length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return otherwise;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry > tiff.limit() - 12) {
                break;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int found = tiff.getShort(entry + 8) & 0xFFFF;
                return found >= UPRIGHT && found <= 8 ? found : otherwise;
            }
        }
        return otherwise;
    }
}
