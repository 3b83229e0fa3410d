package relais.history.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.history.export.Manifest;

/**
 * What a finished replay has to offer.
 *
 * @param bytes how large it is
 * @param sha256 of a file, 64 hexadecimal digits; null for a topic
 * @param first when the first event of a stream happened; null if there is none, or no stream
 * @param last when the last one did
 * @param withdrawals how many withdrawals of texts were known when it was begun
 * @param partitions of a raw file: what proves its plain fields
 */
public record Product(
        long bytes,
        @Nullable String sha256,
        @Nullable Instant first,
        @Nullable Instant last,
        long withdrawals,
        List<Manifest.Partition> partitions) {

    public Product {
        partitions = List.copyOf(partitions);
    }

    /** As its sink knows it, which does not know what was hidden from it. */
    public static Product of(
            long bytes, @Nullable String sha256, @Nullable Instant first, @Nullable Instant last) {
        return new Product(bytes, sha256, first, last, 0, List.of());
    }

    public Product provenBy(List<Manifest.Partition> chains) {
        return new Product(bytes, sha256, first, last, withdrawals, chains);
    }

    Product knowing(long withdrawalsThen) {
        return new Product(bytes, sha256, first, last, withdrawalsThen, partitions);
    }
}
