package relais.experiences.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The store against a server that speaks the protocol of S3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3ObjectStoreTest {

    private final TestBucket bucket = new TestBucket();
    private final S3ObjectStore store = new S3ObjectStore(bucket.settings());

    @BeforeAll
    void start() throws Exception {
        bucket.start();
    }

    @AfterAll
    void stop() throws Exception {
        store.close();
        bucket.stop();
    }

    private String text(String key) throws IOException {
        try (ObjectStore.StoredObject found = store.get(key).orElseThrow()) {
            byte[] bytes = found.bytes().readAllBytes();
            assertThat(found.length()).isEqualTo(bytes.length);
            return new String(bytes, UTF_8);
        }
    }

    @Test
    void keepsListsAndRemovesByKey() throws IOException {
        assertThat(store.get("nothing/large")).isEmpty();
        store.put("b/large", "image/jpeg", "second".getBytes(UTF_8));
        store.put("a/large", "image/jpeg", "first".getBytes(UTF_8));
        store.put("a/small", "image/jpeg", "fi".getBytes(UTF_8));
        assertThat(text("a/large")).isEqualTo("first");
        assertThat(store.list(null, 10))
                .extracting(ObjectStore.Entry::key)
                .containsExactly("a/large", "a/small", "b/large");
        assertThat(store.list("a/large", 1))
                .extracting(ObjectStore.Entry::key)
                .containsExactly("a/small");
        store.delete(List.of("a/large", "a/small", "never/there"));
        assertThat(store.list(null, 10))
                .extracting(ObjectStore.Entry::key)
                .containsExactly("b/large");
        store.delete(List.of("b/large"));
    }

    @Test
    void aBucketThatIsNotThereYetIsEmpty() {
        var settings = bucket.settings();
        try (var other =
                new S3ObjectStore(
                        new S3ObjectStore.Settings(
                                settings.endpoint(),
                                settings.region(),
                                "relais-not-made",
                                settings.accessKey(),
                                settings.secretKey(),
                                true))) {
            assertThat(other.get("a/large")).isEmpty();
            assertThat(other.list(null, 10)).isEmpty();
            other.delete(List.of("a/large"));
        }
    }

    @Test
    void whoHasAnotherKeyIsNotLetIn() {
        var settings = bucket.settings();
        try (var stranger =
                new S3ObjectStore(
                        new S3ObjectStore.Settings(
                                settings.endpoint(),
                                settings.region(),
                                settings.bucket(),
                                settings.accessKey(),
                                "another secret",
                                true))) {
            assertThatThrownBy(() -> stranger.list(null, 1))
                    .isInstanceOf(ObjectStoreUnavailable.class);
        }
    }

    @Test
    void aStoreThatIsAwaySaysSo() {
        var settings = bucket.settings();
        try (var away =
                new S3ObjectStore(
                        new S3ObjectStore.Settings(
                                URI.create("http://127.0.0.1:1"),
                                settings.region(),
                                settings.bucket(),
                                settings.accessKey(),
                                settings.secretKey(),
                                true))) {
            assertThatThrownBy(() -> away.get("a/large"))
                    .isInstanceOf(ObjectStoreUnavailable.class);
        }
    }
}
