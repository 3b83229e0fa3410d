package relais.experiences.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jspecify.annotations.Nullable;
import relais.teststack.TestStack;

/** S3Proxy over a folder, as one machine has it. It may be stopped and started again. */
public final class TestBucket {

    public static final String ACCESS = "relais";
    public static final String SECRET = "a secret of a test";

    private final int port = freePort();
    private final Path folder = TestStack.shared().folder("bucket");
    private @Nullable S3Proxy server;

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    S3ObjectStore.Settings settings() {
        return new S3ObjectStore.Settings(
                URI.create(endpoint()), "us-east-1", "relais-test", ACCESS, SECRET, true);
    }

    public void start() throws Exception {
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        BlobStoreContext context =
                ContextBuilder.newBuilder(FilesystemNio2BlobProviderMetadata.builder().build())
                        .credentials("local", "local")
                        .overrides(properties)
                        .buildView(BlobStoreContext.class);
        server =
                S3Proxy.builder()
                        .blobStore(context.getBlobStore())
                        .endpoint(URI.create(endpoint()))
                        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS, SECRET)
                        .build();
        server.start();
    }

    /** How many files lie in it. */
    public long files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    public void stop() throws Exception {
        S3Proxy running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
