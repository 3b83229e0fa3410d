package relais.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The open data of a day.
 *
 * @param upTo the place of the log that all of it is made from
 * @param editions those that are kept, the newest first
 */
public record Datasets(
        long edition,
        LocalDate day,
        Instant madeAt,
        String upTo,
        long records,
        long events,
        String digest,
        List<Table> datasets,
        List<Edition> editions) {

    /** One table in its forms. */
    public record Table(String name, long rows, List<TableFile> files) {

        /** The file of that form, {@code csv}, {@code parquet} or {@code schema}. */
        public Optional<TableFile> in(String format) {
            return files.stream().filter(file -> file.format().equals(format)).findFirst();
        }
    }

    public record TableFile(
            String name, String format, String mediaType, long bytes, String sha256) {

        /** Rounded up. */
        public long kilobytes() {
            return (bytes + 1023) / 1024;
        }
    }

    public record Edition(long edition, LocalDate day) {}
}
