package relais.history.dataset;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.proof.Proofs;
import relais.history.proof.Proven;
import relais.log.Offsets;
import relais.log.OffsetsToken;
import relais.web.CanonicalJson;

/**
 * Makes an edition a day, once the log rests, and another one as soon as a text was hidden since:
 * what was made before that is shown no more. Whichever instance is first to add the edition of a
 * number decides what it is made from; each of the others makes the same files from the same place.
 */
public final class DailyEditions {

    private static final Logger LOG = LoggerFactory.getLogger(DailyEditions.class);
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Proofs proofs;
    private final Repeats repeats;
    private final HiddenTexts hidden;
    private final Tables tables;
    private final Editions editions;
    private final EditionFiles files;
    private final LineSigner signer;
    private final Settings settings;
    private final Clock clock;

    private @Nullable Offsets lookedAt;
    private int looks;

    /** A day on which no more is tried: reading the whole log again would change nothing. */
    private @Nullable LocalDate givenUp;

    /**
     * What differs between deployments.
     *
     * @param patience how many looks to wait for a log that does not rest
     * @param kept how many editions are kept
     */
    public record Settings(int patience, int kept) {}

    public DailyEditions(
            Proofs proofs,
            Repeats repeats,
            HiddenTexts hidden,
            Tables tables,
            Editions editions,
            EditionFiles files,
            LineSigner signer,
            Settings settings,
            Clock clock) {
        this.proofs = proofs;
        this.repeats = repeats;
        this.hidden = hidden;
        this.tables = tables;
        this.editions = editions;
        this.files = files;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
    }

    /** The newest edition that tells of no text that was hidden since. */
    public Optional<Edition> current() throws InterruptedException {
        long withdrawals = hidden.withdrawals();
        return editions.last().filter(edition -> edition.withdrawals() >= withdrawals);
    }

    /** Those that may be shown, the newest first. */
    public List<Edition> shown() throws InterruptedException {
        long withdrawals = hidden.withdrawals();
        return editions.latest(settings.kept()).stream()
                .filter(edition -> edition.withdrawals() >= withdrawals)
                .toList();
    }

    /** Does what there is to do: nothing, mostly. */
    public void look() throws InterruptedException {
        HiddenTexts.Seen seen = hidden.seen();
        Offsets end = seen.place();
        if (Offsets.START.until(end) == 0) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        if (today.equals(givenUp)) {
            return;
        }
        Optional<Edition> last = editions.last();
        boolean hiddenSince =
                last.filter(edition -> edition.withdrawals() < seen.withdrawals()).isPresent();
        boolean due = last.filter(edition -> !edition.day().isBefore(today)).isEmpty();
        if (due && !hiddenSince && !end.equals(lookedAt) && looks < settings.patience()) {
            // What is being imported is to be in it, or not, as a whole.
            lookedAt = end;
            looks++;
            return;
        }
        try {
            if (due || hiddenSince) {
                add(seen, today, last.orElse(null));
            } else {
                make(last.orElseThrow(), seen);
            }
        } catch (TooManyRows tooMany) {
            LOG.error("No open data of {}: {}", today, tooMany.getMessage());
            givenUp = today;
            return;
        }
        looks = 0;
        lookedAt = null;
        files.keepOnly(shown().stream().map(Edition::number).collect(Collectors.toSet()));
    }

    /** What is hidden at its place, and not later: a figure of that place counts the same rows. */
    private void add(HiddenTexts.Seen seen, LocalDate day, @Nullable Edition previous)
            throws InterruptedException {
        Offsets place = seen.place();
        EditionFiles.Draft draft = files.write(tables.at(place, day, seen.ids()));
        Proven proven = new Proven(proofs.upTo(place), repeats.upTo(place));
        Edition edition =
                new Edition(
                        previous == null ? 1 : previous.number() + 1,
                        day,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        OffsetsToken.of(place),
                        proven.records(),
                        proven.events(),
                        proven.proof().digest(),
                        seen.withdrawals(),
                        draft.files(),
                        previous == null ? Edition.NOTHING : CanonicalJson.digest(previous.said()),
                        "");
        if (editions.add(edition.signed(signer.sign(edition.line())))) {
            files.publish(draft, edition.number());
            LOG.info(
                    "Open data of {}, edition {}: {} files from {} records of the log",
                    day,
                    edition.number(),
                    edition.files().size(),
                    edition.records());
        } else {
            // Another instance was first: the next look makes its files.
            files.discard(draft);
        }
    }

    /** The files of an edition that another instance, or this one with another folder, decided. */
    private void make(Edition edition, HiddenTexts.Seen seen) throws InterruptedException {
        if (files.has(edition.number())) {
            return;
        }
        Offsets place =
                OffsetsToken.parse(edition.upTo())
                        .orElseThrow(() -> new IllegalStateException(edition.upTo()));
        if (seen.place().until(place) > 0) {
            throw new IllegalStateException(
                    "Edition %d is of a log that went further than this one"
                            .formatted(edition.number()));
        }
        EditionFiles.Draft draft = files.write(tables.at(place, edition.day(), seen.ids()));
        if (!draft.files().equals(edition.files())) {
            files.discard(draft);
            throw new IllegalStateException(
                    "Edition %d is made otherwise here: %s, and not %s"
                            .formatted(edition.number(), draft.files(), edition.files()));
        }
        files.publish(draft, edition.number());
    }
}
