package relais.history.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import relais.web.CanonicalJson;

/**
 * What was published on a day: a line of the digest, which is only ever added to.
 *
 * @param number from 1, without gaps
 * @param day in France; a day has a later edition if a text was hidden since the one before
 * @param upTo the place of the log that all files are made from, as a token
 * @param records of the log up to there, repeats included
 * @param events of the log up to there, each counted once
 * @param digest of the log up to there, 64 hexadecimal digits
 * @param withdrawals how often the log had hidden a text by then
 * @param files by name
 * @param previous SHA-256 of the line before, 64 hexadecimal digits; of nothing, 64 zeros
 * @param signature of the line, a JWS in compact form (RFC 7515); empty for an edition that was
 *     made before they were signed, and until it is
 */
public record Edition(
        long number,
        LocalDate day,
        Instant madeAt,
        String upTo,
        long records,
        long events,
        String digest,
        long withdrawals,
        SortedMap<String, MadeFile> files,
        String previous,
        String signature) {

    /** What the first line has as the line before. */
    public static final String NOTHING = "0".repeat(64);

    public Edition {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * One file.
     *
     * @param rows 0 for one that is no table
     * @param sha256 64 hexadecimal digits
     */
    public record MadeFile(long bytes, long rows, String sha256) {}

    public Edition signed(String jws) {
        return new Edition(
                number,
                day,
                madeAt,
                upTo,
                records,
                events,
                digest,
                withdrawals,
                files,
                previous,
                jws);
    }

    /** The line: what is signed, and what the next one has the digest of. */
    public String line() {
        return CanonicalJson.text(said());
    }

    /** The same text in every process. */
    public Map<String, Object> said() {
        SortedMap<String, Object> said = new TreeMap<>();
        said.put("number", number);
        said.put("day", day.toString());
        said.put("madeAt", madeAt.toString());
        said.put("upTo", upTo);
        said.put("records", records);
        said.put("events", events);
        said.put("digest", digest);
        said.put("withdrawals", withdrawals);
        SortedMap<String, Object> sums = new TreeMap<>();
        files.forEach((name, file) -> sums.put(name, file.sha256()));
        said.put("files", sums);
        said.put("previous", previous);
        return said;
    }
}
