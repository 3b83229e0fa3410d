package relais.experiences.application;

import java.util.Arrays;
import java.util.Optional;

/**
 * The columns of the file that {@code POST /imports} takes: UTF-8 text, a header row with these
 * names in any order, {@code ;} or {@code ,} between cells, cells quoted with {@code "} when they
 * hold a separator, a quote (doubled) or a line break. Only {@link #EXTERNAL_ID} must be present; a
 * column that a row's operation does not use stays empty; an unknown column is refused by name.
 *
 * <p>Values: dates {@code 2015-10-01}; instants {@code 2015-10-01T10:00:00Z}; decimals with a point
 * or a comma; several values in one cell separated by {@code |}; {@code true}, {@code oui}, {@code
 * yes} or {@code 1} for yes.
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
    EXTERNAL_ID("externalId"),
    /** One of the operations above; empty means SUBMIT. A partner's own import only submits. */
    OPERATION("operation"),
    /**
     * When it happened, an RFC 3339 instant; operators only. Never before the last event of the
     * same experience, and never in the future.
     */
    OCCURRED_AT("occurredAt"),
    /**
     * The partner that acts, such as {@code p-departement-45}. Operators must say it; for a partner
     * it is itself. A ministry, national association or public bank acts as the committee.
     */
    PARTNER("partner"),

    TITLE("title"),
    PREVIEW("preview"),
    /** {@code scheme:code}, such as {@code commune:25056}. */
    TERRITORY("territory"),
    /** ECOLE, COLLEGE, LYCEE or OTHER. */
    LEVEL("level"),
    /** USES, GOVERNANCE, SUPPORT, FRAMEWORKS, INFRASTRUCTURE, INDUSTRY; several with {@code |}. */
    AXES("axes"),
    /** Several with {@code |}. */
    TAGS("tags"),
    AUDIENCE("audience"),
    STARTED_ON("startedOn"),
    ENDED_ON("endedOn"),
    PROBLEM("problem"),
    ACTION("action"),
    /** Several with {@code |}. */
    PARTNERS_INVOLVED("partnersInvolved"),
    MEANS_EUROS("means_euros"),
    MEANS_FTE("means_fte"),
    MEANS_NOTE("means_note"),
    /** MEASURED or EXPECTED. */
    RESULTS_KIND("results_kind"),
    RESULTS_TEXT("results_text"),
    DIFFICULTIES("difficulties"),
    TRANSFER("transfer"),
    /** {@code label=https://…|label=https://…}; the label may be left out. */
    LINKS("links"),
    /** Consent to the Licence Ouverte 2.0; required by SUBMIT. */
    LICENCE_ACCEPTED("licenceAccepted"),
    /** The partner that has the competence, when the owner has not. */
    COMPETENT_PARTNER("competentPartner"),

    /** The one free text of the operation, see the table. */
    REASON("reason"),
    /** Of a RETURN: {@code field=comment|field=comment}. */
    COMMENTS("comments"),
    /** The day of the operation; empty means the day of occurredAt, or today. */
    DATE("date"),
    /** The file's own name of an adoption; empty means the acting partner's id. */
    ADOPTION_REF("adoptionRef");

    private final String header;

    ImportColumns(String header) {
        this.header = header;
    }

    /** The name in the header row. */
    public String header() {
        return header;
    }

    public static Optional<ImportColumns> ofHeader(String name) {
        return Arrays.stream(values()).filter(column -> column.header.equals(name)).findFirst();
    }
}
