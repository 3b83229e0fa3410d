package relais.experiences.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The columns of the file that {@code POST /imports} takes: UTF-8 text, a header row with these
 * names, English or French, in any order, {@code ;} or {@code ,} between cells, cells quoted with
 * {@code "} when they hold a separator, a quote (doubled) or a line break. Only {@link
 * #EXTERNAL_ID} must be present; a column that a row's operation does not use stays empty; an
 * unknown column is refused by name.
 *
 * <p>Values: dates {@code 2015-10-01} or {@code 01/10/2015}; instants {@code 2015-10-01T10:00:00Z},
 * {@code 01/10/2015 12:00} in Paris, or {@code 01/10/2015} for the beginning of that day in Paris;
 * decimals with a point or a comma, their thousands apart or not; levels, axes and kinds of results
 * by their code or their French name; several values in one cell separated by {@code |}; {@code
 * true}, {@code oui}, {@code yes} or {@code 1} for yes.
 *
 * <p>Rows are taken in the order of the file, each for itself: a refused row does not stop the next
 * ones. A row that was applied before is answered {@code UNCHANGED}, so that a file can be sent
 * again; a row is the same when its externalId, operation, partner and occurredAt are the same (the
 * whole row's content, when there is no occurredAt).
 *
 * <p>{@code reason} is the one free text of each operation:
 *
 * <pre>
 * operation        acting partner      uses, besides externalId, occurredAt and partner
 * SUBMIT           the owner           every column of the card, competentPartner
 * PUBLISH          committee, académie reason (the comment)
 * RETURN           committee, académie reason (required), comments
 * RESUBMIT         the owner           the card, competentPartner; an empty cell keeps the value
 * TAKE_BACK        the owner           reason
 * REVISE           the owner           the card; an empty cell keeps the value; reason (summary)
 * CONFIRM          the owner           date
 * WITHDRAW         the owner           reason (required)
 * MODERATE         committee           reason (required)
 * ENDORSE          another partner     reason (the comment)
 * HIGHLIGHT        committee           reason (the headline), date (until)
 * ADOPT            another partner     adoptionRef, reason (the plan), date
 * REPORT_ADOPTION  the adopter         adoptionRef, results_kind, results_text, reason (note), date
 * END_ADOPTION     the adopter         adoptionRef, reason, date
 * </pre>
 */
public enum ImportColumns {
    /** The file's own name of the experience; the same on the rows that come after its SUBMIT. */
    EXTERNAL_ID("externalId", "référence"),
    /** One of the operations above; empty means SUBMIT. A partner's own import only submits. */
    OPERATION("operation", "opération"),
    /**
     * When it happened, an RFC 3339 instant; operators only. Never before the last event of the
     * same experience, and never in the future.
     */
    OCCURRED_AT("occurredAt", "survenu le", ImportedValues::instant),
    /**
     * The partner that acts, such as {@code p-departement-45}. Operators must say it; for a partner
     * it is itself. A ministry, national association or public bank acts as the committee.
     */
    PARTNER("partner", "partenaire"),

    TITLE("title", "titre"),
    PREVIEW("preview", "résumé"),
    /** {@code scheme:code}, such as {@code commune:25056}. */
    TERRITORY("territory", "territoire"),
    /** ECOLE, COLLEGE, LYCEE or OTHER. */
    LEVEL("level", "niveau", ImportedValues::level),
    /** USES, GOVERNANCE, SUPPORT, FRAMEWORKS, INFRASTRUCTURE, INDUSTRY; several with {@code |}. */
    AXES("axes", "axes", ImportedValues::axes),
    /** Several with {@code |}. */
    TAGS("tags", "mots-clés"),
    AUDIENCE("audience", "public"),
    STARTED_ON("startedOn", "début", ImportedValues::day),
    ENDED_ON("endedOn", "fin", ImportedValues::day),
    PROBLEM("problem", "problème"),
    ACTION("action", "ce qui a été fait"),
    /** Several with {@code |}. */
    PARTNERS_INVOLVED("partnersInvolved", "partenaires associés"),
    MEANS_EUROS("means_euros", "coût en euros"),
    MEANS_FTE("means_fte", "équivalents temps plein"),
    MEANS_NOTE("means_note", "précisions sur les moyens"),
    /** MEASURED or EXPECTED. */
    RESULTS_KIND("results_kind", "nature des résultats", ImportedValues::resultKind),
    RESULTS_TEXT("results_text", "résultats"),
    DIFFICULTIES("difficulties", "difficultés"),
    TRANSFER("transfer", "pour le refaire"),
    /** {@code label=https://…|label=https://…}; the label may be left out. */
    LINKS("links", "liens"),
    /**
     * Hashes of pictures that were sent before, for the partner of the row: {@code POST /files}
     * answered them. Several with {@code |}; the next columns say of each, at the same place, what
     * it shows, its licence and whom to credit. The four are taken together: what a row leaves out
     * is not kept from the card as it was.
     */
    PICTURES_HASH("pictures_hash", "images"),
    PICTURES_ALTERNATIVE("pictures_alternative", "ce que montrent les images"),
    PICTURES_LICENCE("pictures_licence", "licences des images"),
    PICTURES_CREDIT("pictures_credit", "crédits des images"),
    /** The same of documents, with their titles and licences. */
    DOCUMENTS_HASH("documents_hash", "documents"),
    DOCUMENTS_TITLE("documents_title", "titres des documents"),
    DOCUMENTS_LICENCE("documents_licence", "licences des documents"),
    /** Consent to the Licence Ouverte 2.0; required by SUBMIT. */
    LICENCE_ACCEPTED("licenceAccepted", "licence acceptée"),
    /** The partner that has the competence, when the owner has not. */
    COMPETENT_PARTNER("competentPartner", "partenaire compétent"),

    /** The one free text of the operation, see the table. */
    REASON("reason", "motif"),
    /** Of a RETURN: {@code field=comment|field=comment}. */
    COMMENTS("comments", "remarques"),
    /** The day of the operation; empty means the day of occurredAt, or today. */
    DATE("date", "date", ImportedValues::day),
    /** The file's own name of an adoption; empty means the acting partner's id. */
    ADOPTION_REF("adoptionRef", "référence de l’adoption");

    private final String header;
    private final String frenchHeader;

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds no state.
    private final UnaryOperator<String> reader;

    ImportColumns(String header, String frenchHeader) {
        this(header, frenchHeader, UnaryOperator.identity());
    }

    ImportColumns(String header, String frenchHeader, UnaryOperator<String> reader) {
        this.header = header;
        this.frenchHeader = frenchHeader;
        this.reader = reader;
    }

    /** The name in the header row, and in every answer. */
    public String header() {
        return header;
    }

    /** The French name, which the header row may have instead. */
    public String frenchHeader() {
        return frenchHeader;
    }

    /**
     * The value of a cell in the notation of the API; what is in no known notation stays as it is.
     */
    String read(String cell) {
        return reader.apply(cell);
    }

    /** The column of an English or French name, whatever its case, accents and separators. */
    public static Optional<ImportColumns> ofHeader(String name) {
        String folded = letters(name);
        return Arrays.stream(values())
                .filter(
                        column ->
                                folded.equals(letters(column.header))
                                        || folded.equals(letters(column.frenchHeader)))
                .findFirst();
    }

    /** {@code meansEuros}, {@code means_euros} and {@code Means Euros} are one name. */
    private static String letters(String name) {
        return ImportedValues.folded(name).replace(" ", "");
    }
}
