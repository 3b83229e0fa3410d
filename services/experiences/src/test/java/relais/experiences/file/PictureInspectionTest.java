package relais.experiences.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureInspectionTest {

    private static Inspected.Sound sound(byte[] bytes) {
        return (Inspected.Sound) PictureInspection.of(bytes);
    }

    private static String refused(byte[] bytes) {
        return ((Inspected.Unsound) PictureInspection.of(bytes)).because().code();
    }

    private static BufferedImage kept(Inspected.Sound sound, FileSize size) throws IOException {
        byte[] bytes = Objects.requireNonNull(sound.forms().get(size));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void keepsTwoSizesOfAPicture(String format) throws IOException {
        Inspected.Sound sound = sound(SampleFiles.picture(format, 3000, 2000));
        assertThat(sound.file().type()).isEqualTo("image/jpeg");
        assertThat(sound.file().width()).isEqualTo(1280);
        assertThat(sound.file().height()).isEqualTo(853);
        assertThat(kept(sound, FileSize.LARGE).getWidth()).isEqualTo(1280);
        assertThat(kept(sound, FileSize.SMALL).getWidth()).isEqualTo(480);
        assertThat(kept(sound, FileSize.SMALL).getHeight()).isEqualTo(320);
    }

    /** One pixel, packed with loss and without. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
            })
    void readsWebP(String webp) {
        Inspected.Sound sound = sound(Base64.getDecoder().decode(webp));
        assertThat(sound.file().width()).isEqualTo(1);
        assertThat(sound.file().type()).isEqualTo("image/jpeg");
    }

    @Test
    void neverMakesAPictureLarger() {
        assertThat(sound(SampleFiles.picture("png", 200, 100)).file().width()).isEqualTo(200);
    }

    @Test
    void aTallPictureFitsToo() {
        Inspected.Sound sound = sound(SampleFiles.picture("png", 1000, 6000));
        assertThat(sound.file().height()).isEqualTo(1920);
        assertThat(sound.file().width()).isEqualTo(320);
    }

    @Test
    void whatACameraAddsIsGone() {
        Inspected.Sound sound = sound(SampleFiles.photograph(600, 400, 1));
        sound.forms()
                .values()
                .forEach(
                        bytes ->
                                assertThat(new String(bytes, ISO_8859_1))
                                        .doesNotContain("Exif")
                                        .doesNotContain("GPS"));
    }

    /** The left half is red: where it is after each turn. */
    @ParameterizedTest
    @CsvSource({
        "1, 600, 400, 10, 200",
        "2, 600, 400, 590, 200",
        "3, 600, 400, 590, 200",
        "4, 600, 400, 10, 200",
        "5, 400, 600, 200, 10",
        "6, 400, 600, 200, 10",
        "7, 400, 600, 200, 590",
        "8, 400, 600, 200, 590"
    })
    void isTurnedAsItWasHeld(int orientation, int width, int height, int x, int y)
            throws IOException {
        Inspected.Sound sound = sound(SampleFiles.photograph(600, 400, orientation));
        BufferedImage seen = kept(sound, FileSize.LARGE);
        assertThat(seen.getWidth()).isEqualTo(width);
        assertThat(seen.getHeight()).isEqualTo(height);
        assertThat(seen.getRGB(x, y) & 0xFF).as("blue of red").isLessThan(80);
        assertThat(seen.getRGB(width - 1 - x, height - 1 - y) & 0xFF)
                .as("blue of white")
                .isGreaterThan(200);
    }

    @Test
    void whatIsTransparentIsWhite() throws IOException {
        byte[] clear =
                SampleFiles.encoded("png", new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB));
        assertThat(kept(sound(clear), FileSize.LARGE).getRGB(25, 25) & 0xFFFFFF)
                .isEqualTo(0xFFFFFF);
    }

    @Test
    void anSvgIsRefusedByName() {
        assertThat(refused(SampleFiles.svg())).isEqualTo("file-svg");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(refused("MZ a program".getBytes(UTF_8))).isEqualTo("file-no-picture");
        assertThat(refused(SampleFiles.pdf())).isEqualTo("file-no-picture");
        assertThat(refused(SampleFiles.picture("gif", 10, 10))).isEqualTo("file-no-picture");
    }

    @Test
    void aPictureThatUnpacksWithoutEndIsRefusedBeforeItIsDecoded() {
        assertThat(refused(SampleFiles.hugePng(50_000, 50_000))).isEqualTo("file-too-many-pixels");
        assertThat(refused(SampleFiles.hugePng(11_000, 11_000))).isEqualTo("file-too-many-pixels");
    }

    @Test
    void aBrokenPictureIsRefused() {
        byte[] whole = SampleFiles.picture("png", 400, 400);
        assertThat(refused(Arrays.copyOf(whole, 60))).isEqualTo("file-broken-picture");
        assertThat(refused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo("file-broken-picture");
    }

    @Test
    void theSamePictureHasTheSameHash() {
        byte[] picture = SampleFiles.picture("png", 300, 200);
        assertThat(sound(picture).file().hash())
                .isEqualTo(sound(picture).file().hash())
                .matches("[0-9a-f]{64}");
    }
}
