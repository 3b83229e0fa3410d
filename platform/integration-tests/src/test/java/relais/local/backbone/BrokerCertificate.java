package relais.local.backbone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A key for a broker on this machine with a certificate that nobody else has signed, as PEM files.
 *
 * @param keystore the key and its certificate
 * @param certificate the certificate alone
 */
record BrokerCertificate(Path keystore, Path certificate) {

    private static final String PASSWORD = "changeit";

    static BrokerCertificate in(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("broker.p12");
        List<String> command = new ArrayList<>(List.of(Distribution.javaExecutable("keytool")));
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", "broker"));
        command.addAll(List.of("-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException(answer);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        String certificate = pem("CERTIFICATE", keys.getCertificate("broker").getEncoded());
        String key = pem("PRIVATE KEY", keys.getKey("broker", PASSWORD.toCharArray()).getEncoded());
        return new BrokerCertificate(
                Files.writeString(folder.resolve("broker.pem"), key + certificate),
                Files.writeString(folder.resolve("certificate.pem"), certificate));
    }

    private static String pem(String kind, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
