package relais.experiences.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentInspectionTest {

    private static String type(byte[] bytes) {
        return ((Inspected.Sound) DocumentInspection.of(bytes)).file().type();
    }

    private static String refused(byte[] bytes) {
        return ((Inspected.Unsound) DocumentInspection.of(bytes)).because().code();
    }

    @Test
    void keepsAPlainPdfAsItCame() {
        byte[] pdf =
                SampleFiles.pdf(
                        "<< /Type /Page >>",
                        SampleFiles.packed("5 0 << /Type /Font /BaseFont /Helvetica >>", ""),
                        "<< /Length 9 >>\nstream\n/JS /XFA \nendstream");
        var sound = (Inspected.Sound) DocumentInspection.of(pdf);
        assertThat(sound.file().type()).isEqualTo("application/pdf");
        assertThat(sound.forms().get(FileSize.DOCUMENT)).isEqualTo(pdf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
                "<< /S /Java#53cript /JS (x) >>",
                "<< /JS (x) >>",
                "<< /S /Launch /F (cmd.exe) >>",
                "<< /Type /EmbeddedFile >>",
                "<< /Names << /EmbeddedFiles 9 0 R >> >>",
                "<< /Type /Filespec /EF << /F 9 0 R >> >>",
                "<< /AcroForm << /XFA 9 0 R >> >>",
                "<< /Subtype /RichMedia >>",
                "<< /S /SubmitForm /F (https://example.org) >>"
            })
    void aPdfThatDoesMoreThanBeingReadIsRefused(String object) {
        assertThat(refused(SampleFiles.pdf(object))).isEqualTo("file-active");
        assertThat(refused(SampleFiles.pdf(SampleFiles.packed("5 0 " + object, ""))))
                .as("packed")
                .isEqualTo("file-active");
    }

    @Test
    void whatHidesInAStreamIsSeen() {
        assertThat(
                        refused(
                                SampleFiles.pdf(
                                        "<< /Length 30 >>\nstream\n<< /S /JavaScript >>\nendstream")))
                .isEqualTo("file-active");
    }

    @Test
    void whatIsPackedOtherwiseThanUsualIsRefused() {
        String packed = SampleFiles.packed("5 0 << /S /JavaScript >>", "");
        assertThat(refused(SampleFiles.pdf(packed.replace("/ObjStm", "/Obj#53tm"))))
                .isEqualTo("file-unusual");
        assertThat(refused(SampleFiles.pdf(packed.replace("/FlateDecode", "/LZWDecode"))))
                .isEqualTo("file-unusual");
        assertThat(
                        refused(
                                SampleFiles.pdf(
                                        packed.replace(
                                                "/FlateDecode", "[/ASCIIHexDecode /FlateDecode]"))))
                .isEqualTo("file-unusual");
        assertThat(
                        refused(
                                SampleFiles.pdf(
                                        packed.replace("/Filter /FlateDecode", "/Filter 7 0 R"))))
                .isEqualTo("file-unusual");
        assertThat(
                        refused(
                                SampleFiles.pdf(
                                        SampleFiles.packed(
                                                "5 0 << /S /Font >>",
                                                "/DecodeParms << /Predictor 12 >> "))))
                .isEqualTo("file-unusual");
    }

    @Test
    void aPdfThatUnpacksWithoutEndIsRefused() {
        String zeros = "0".repeat(70 * 1024 * 1024);
        assertThat(refused(SampleFiles.pdf(SampleFiles.packed(zeros, ""))))
                .isEqualTo("file-unusual");
    }

    @Test
    void aProtectedPdfIsRefused() {
        assertThat(refused(SampleFiles.pdf("<< /Encrypt 5 0 R >>"))).isEqualTo("file-protected");
    }

    @Test
    void aPdfThatWasCutIsRefused() {
        byte[] pdf = SampleFiles.pdf();
        assertThat(refused(Arrays.copyOf(pdf, pdf.length - 10))).isEqualTo("file-broken-document");
    }

    @Test
    void keepsAPlainOdt() {
        assertThat(type(SampleFiles.odt("styles.xml", "<office:document-styles/>")))
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @Test
    void anOdtWithMacrosIsRefused() {
        assertThat(refused(SampleFiles.odt("Basic/Standard/Module1.xml", "<script/>")))
                .isEqualTo("file-active");
        assertThat(refused(SampleFiles.odt("Scripts/python/x.py", "print()")))
                .isEqualTo("file-active");
        assertThat(
                        refused(
                                SampleFiles.odt(
                                        "content.xml",
                                        "<a><script:event-listener script:language=\"x\"/></a>")))
                .isEqualTo("file-active");
    }

    @Test
    void anOdtWithAPasswordIsRefused() {
        assertThat(refused(SampleFiles.odt("META-INF/manifest.xml", "<manifest:encryption-data/>")))
                .isEqualTo("file-protected");
    }

    @Test
    void aZipBombIsRefused() {
        assertThat(refused(SampleFiles.odt("Pictures/1.png", "0".repeat(101 * 1024 * 1024))))
                .isEqualTo("file-bomb");
        String[] many = new String[2 * 2_100];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "Pictures/" + i;
            many[i + 1] = "";
        }
        assertThat(refused(SampleFiles.odt(many))).isEqualTo("file-bomb");
    }

    @Test
    void aZipWhoseTableTellsOtherwiseIsRefused() {
        byte[] odt = SampleFiles.odt();
        int end = odt.length - 22;
        odt[end + 8]++;
        odt[end + 10]++;
        assertThat(refused(odt)).isEqualTo("file-unusual");
    }

    @Test
    void anotherZipIsNoDocument() {
        Map<String, byte[]> docx = new LinkedHashMap<>();
        docx.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        assertThat(refused(SampleFiles.zip(docx))).isEqualTo("file-no-document");
        assertThat(refused(SampleFiles.picture("png", 10, 10))).isEqualTo("file-no-document");
        assertThat(refused("hello".getBytes(UTF_8))).isEqualTo("file-no-document");
        assertThat(refused(SampleFiles.svg())).isEqualTo("file-svg");
    }
}
