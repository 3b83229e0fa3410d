package relais.local.backbone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import relais.events.KafkaConnection;
import relais.local.message.Problem;

/**
 * The passwords of a home's Kafka: one for each user of {@link AccessTable} and one for the admin,
 * made at random when they are first needed. The file is its owner's alone to read.
 *
 * @param file name, an equals sign, password
 */
public record KafkaSecrets(Path file) {

    private static final int BYTES = 24;
    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rw-------");

    /** Those of a stack's home. */
    public static KafkaSecrets in(Path home) {
        return new KafkaSecrets(home.resolve("secrets").resolve("kafka.properties"));
    }

    /**
     * How a user reaches a broker of this machine.
     *
     * @throws Problem if the passwords can be neither read nor written
     */
    public KafkaConnection connection(String bootstrap, String user) {
        boolean admin = user.equals(AccessTable.ADMIN);
        return new KafkaConnection(
                bootstrap,
                // The broker listens on the loopback interface only.
                "SASL_PLAINTEXT",
                // The broker knows its admin from its own settings, so that it can be asked to
                // learn the others.
                admin ? "PLAIN" : KafkaConnection.SCRAM,
                user,
                all().get(user),
                null);
    }

    /** The passwords of everybody but the admin. */
    public Map<String, String> ofUsers() {
        Map<String, String> users = new TreeMap<>(all());
        users.remove(AccessTable.ADMIN);
        return users;
    }

    /** The admin's, which the broker is started with. */
    public String ofAdmin() {
        return String.valueOf(all().get(AccessTable.ADMIN));
    }

    /** The key to the store of files: made from the admin's password, and telling nothing of it. */
    public String ofFiles() {
        return digest("files " + ofAdmin());
    }

    /** The registrar's of the schema registry: made likewise. */
    public String ofRegistrar() {
        return digest("registrar " + ofAdmin());
    }

    /** Changes with the passwords and with the table, and tells neither. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        all().forEach((user, password) -> text.append(user).append(password).append('\n'));
        AccessTable.bindings().stream().map(Object::toString).sorted().forEach(text::append);
        return digest(text.toString());
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> all() {
        try {
            Map<String, String> known = read();
            if (missing(known).isEmpty()) {
                return known;
            }
            write(known);
            return read();
        } catch (IOException e) {
            throw Problem.unwritable(file, e);
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(n -> known.put(n, properties.getProperty(n)));
        }
        return known;
    }

    /** Two parts that start side by side write the same: the first one's file stays. */
    private void write(Map<String, String> known) throws IOException {
        Properties properties = new Properties();
        properties.putAll(known);
        missing(known).forEach(user -> properties.setProperty(user, password()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.createDirectories(file.toAbsolutePath().getParent());
        synchronized (KafkaSecrets.class) {
            if (missing(read()).isEmpty()) {
                return;
            }
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            createForOwner(next);
            Files.writeString(next, text.toString(), StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void createForOwner(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
                        : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
    }

    private static Set<String> missing(Map<String, String> known) {
        Set<String> users = AccessTable.users();
        users.add(AccessTable.ADMIN);
        users.removeAll(known.keySet());
        return users;
    }

    private static String password() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
