package relais.local.example;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import relais.local.message.Messages;
import relais.local.message.Problem;

/**
 * Loads the example data (resource folder {@code example}): registers the partners, then imports
 * their experiences and what the committee worked on, each as an archive. It uses nothing but the
 * public API, so it is also a first test of the whole.
 *
 * <p>Safe to run again after any failure: what is there already is left alone.
 */
public final class ExampleData {

    /** What they consist of, in the order in which it is loaded; a later build may know more. */
    public static final List<String> PARTS =
            List.of("partners", "experiences", "contributions", "committee");

    /**
     * What came of it, with a text for the person at the terminal, in the language of this process.
     */
    public sealed interface Outcome {
        String text();
    }

    /**
     * How the partners of the example data came to be there.
     *
     * @param all how many there are
     * @param registered how many this run registered; likewise the other numbers
     */
    public record PartnersReport(
            int all, int registered, int signatures, int admissions, int mandates, int renames) {}

    /** How many rows of an archive created something, changed something, or were known already. */
    public record ImportedRows(int created, int applied, int unchanged) {}

    /**
     * What the experiences service made of its archive.
     *
     * @param ids the experiences' ids, by the archive's own name for them
     */
    record ImportedExperiences(ImportedRows rows, Map<String, String> ids) {}

    /** All of it is there now. The numbers count what this run added. */
    public record Loaded(
            PartnersReport partners,
            ImportedRows experiences,
            ImportedRows contributions,
            String text)
            implements Outcome {}

    /** Something stood in the way; run it again once the cause is mended. */
    public record Failed(String text) implements Outcome {}

    private final Api partners;
    private final Api experiences;
    private final Api contributions;

    /**
     * @param partners base address of the partners service
     * @param experiences base address of the experiences service
     * @param contributions base address of the contributions service
     * @param operatorToken gives an access token with the role {@code operator}; asked again when
     *     one is no longer accepted
     */
    public ExampleData(
            URI partners, URI experiences, URI contributions, Supplier<String> operatorToken) {
        this.partners = new Api(partners, operatorToken);
        this.experiences = new Api(experiences, operatorToken);
        this.contributions = new Api(contributions, operatorToken);
    }

    /** Loads what is missing; a few seconds, two minutes at most. */
    public Outcome load() {
        try {
            PartnersReport registered = new PartnersLoader(partners).load();
            ImportedExperiences imported = new ExperiencesLoader(experiences).load();
            ImportedRows committee = new ContributionsLoader(contributions).load(imported.ids());
            String text =
                    Messages.say(
                            "example.loaded",
                            registered.all(),
                            registered.registered(),
                            registered.signatures(),
                            registered.admissions(),
                            registered.mandates(),
                            registered.renames(),
                            imported.rows().created(),
                            imported.rows().applied(),
                            committee.created(),
                            committee.applied(),
                            imported.rows().unchanged() + committee.unchanged());
            return new Loaded(registered, imported.rows(), committee, text);
        } catch (Problem problem) {
            return new Failed(String.valueOf(problem.getMessage()));
        }
    }
}
