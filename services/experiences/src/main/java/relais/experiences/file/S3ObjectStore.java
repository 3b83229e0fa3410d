package relais.experiences.file;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A bucket of S3, or of whatever speaks its protocol. The client is made when something is first
 * asked of it: most processes of the service never do, and its classes are many.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(8);
    private static final Duration CALL = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 2;

    /**
     * Where the bucket is.
     *
     * @param endpoint null for that of AWS in the region
     * @param accessKey null: as the environment of the process says, in the usual order of the SDK
     * @param pathStyle whether the bucket is in the path and not in the name of the host
     */
    public record Settings(
            @Nullable URI endpoint,
            String region,
            String bucket,
            @Nullable String accessKey,
            @Nullable String secretKey,
            boolean pathStyle) {

        /** It may be logged. */
        @Override
        public String toString() {
            return bucket + " at " + (endpoint == null ? region : endpoint);
        }
    }

    private final Settings settings;
    private @Nullable S3Client client;

    public S3ObjectStore(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void put(String key, String type, byte[] bytes) {
        ask(
                s3 -> {
                    try {
                        return put(s3, key, type, bytes);
                    } catch (NoSuchBucketException first) {
                        createBucket(s3);
                        return put(s3, key, type, bytes);
                    }
                });
    }

    private Object put(S3Client s3, String key, String type, byte[] bytes) {
        return s3.putObject(
                to -> to.bucket(settings.bucket()).key(key).contentType(type),
                RequestBody.fromBytes(bytes));
    }

    /** Two processes may do it at once. */
    private void createBucket(S3Client s3) {
        try {
            s3.createBucket(make -> make.bucket(settings.bucket()));
        } catch (BucketAlreadyExistsException | BucketAlreadyOwnedByYouException madeMeanwhile) {
            // That is what is wanted.
        }
    }

    @Override
    public Optional<StoredObject> get(String key) {
        return ask(
                s3 -> {
                    try {
                        ResponseInputStream<GetObjectResponse> found =
                                s3.getObject(from -> from.bucket(settings.bucket()).key(key));
                        return Optional.of(
                                new StoredObject(
                                        found.response().contentType(),
                                        found.response().contentLength(),
                                        found));
                    } catch (NoSuchKeyException | NoSuchBucketException nothing) {
                        return Optional.<StoredObject>empty();
                    }
                });
    }

    /** One by one: not every store takes many at once in the way that the SDK sends them. */
    @Override
    public void delete(Collection<String> keys) {
        for (String key : keys) {
            ask(
                    s3 -> {
                        try {
                            return s3.deleteObject(from -> from.bucket(settings.bucket()).key(key));
                        } catch (NoSuchBucketException nothing) {
                            return nothing;
                        }
                    });
        }
    }

    @Override
    public List<Entry> list(@Nullable String after, int limit) {
        return ask(
                s3 -> {
                    try {
                        return s3
                                .listObjectsV2(
                                        in ->
                                                in.bucket(settings.bucket())
                                                        .maxKeys(limit)
                                                        .startAfter(after))
                                .contents()
                                .stream()
                                .map(each -> new Entry(each.key(), each.lastModified()))
                                .toList();
                    } catch (NoSuchBucketException nothing) {
                        return List.<Entry>of();
                    }
                });
    }

    private <T> T ask(Function<S3Client, T> question) {
        try {
            return question.apply(client());
        } catch (SdkException | UncheckedIOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    private synchronized S3Client client() {
        if (client == null) {
            S3ClientBuilder builder =
                    S3Client.builder()
                            .region(Region.of(settings.region()))
                            .forcePathStyle(settings.pathStyle())
                            .httpClientBuilder(
                                    UrlConnectionHttpClient.builder()
                                            .connectionTimeout(CONNECT)
                                            .socketTimeout(ATTEMPT))
                            // Stores other than that of AWS do not know its newer checksums.
                            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                            .serviceConfiguration(it -> it.chunkedEncodingEnabled(false))
                            .overrideConfiguration(
                                    it ->
                                            it.apiCallTimeout(CALL)
                                                    .apiCallAttemptTimeout(ATTEMPT)
                                                    .retryStrategy(
                                                            StandardRetryStrategy.builder()
                                                                    .maxAttempts(ATTEMPTS)
                                                                    .build()));
            if (settings.accessKey() != null && settings.secretKey() != null) {
                builder.credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        settings.accessKey(), settings.secretKey())));
            } else {
                builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
            }
            if (settings.endpoint() != null) {
                builder.endpointOverride(settings.endpoint());
            }
            client = builder.build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
