package relais.local.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * S3Proxy over a folder, listening on the loopback interface unless told otherwise. Usage: {@code
 * FileServer <port> <folder> [address]}, with {@code RELAIS_FILES_ACCESS_KEY} and {@code
 * RELAIS_FILES_SECRET_KEY} in its environment: whoever signs with them may do everything, and
 * nobody else anything.
 */
public final class FileServer {

    private FileServer() {}

    public static void main(String[] arguments) throws Exception {
        String access = System.getenv().getOrDefault("RELAIS_FILES_ACCESS_KEY", "");
        String secret = System.getenv().getOrDefault("RELAIS_FILES_SECRET_KEY", "");
        if (arguments.length < 2 || arguments.length > 3 || access.isEmpty() || secret.isEmpty()) {
            System.err.println(
                    "usage: FileServer <port> <folder> [address], with RELAIS_FILES_ACCESS_KEY and"
                            + " RELAIS_FILES_SECRET_KEY");
            System.exit(2);
        }
        String address = arguments.length == 3 ? arguments[2] : "127.0.0.1";
        URI endpoint = URI.create("http://" + address + ":" + Integer.parseInt(arguments[0]));
        S3Proxy server = start(endpoint, Path.of(arguments[1]), access, secret);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "files-shutdown"));
    }

    private static S3Proxy start(URI endpoint, Path folder, String access, String secret)
            throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", existing(folder).toString());
        // Named, and not looked for: the others ask for the libraries of clouds.
        BlobStoreContext context =
                ContextBuilder.newBuilder(FilesystemNio2BlobProviderMetadata.builder().build())
                        .credentials("local", "local")
                        .overrides(properties)
                        .buildView(BlobStoreContext.class);
        S3Proxy server =
                S3Proxy.builder()
                        .blobStore(context.getBlobStore())
                        .endpoint(endpoint)
                        .awsAuthentication(AuthenticationType.AWS_V4, access, secret)
                        .build();
        server.start();
        return server;
    }

    private static Path existing(Path folder) throws IOException {
        return Files.createDirectories(folder.toAbsolutePath());
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception anyway) {
            System.err.println("The server of files did not stop in order: " + anyway);
        }
    }
}
