package relais.experiences.imports;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relais.aggregates.Refusal;

/** Names, in a refused row, the column of the file instead of the field of the JSON. */
final class ImportedFields {

    private static final Set<String> FREE_TEXTS =
            Set.of("comment", "summary", "headline", "plan", "note");
    private static final Set<String> DAYS =
            Set.of("confirmedOn", "until", "adoptedOn", "reportedOn");

    private static final Pattern OF_A_FILE =
            Pattern.compile("(pictures|documents)\\[(\\d+)]\\.([a-z]+)");

    private ImportedFields() {}

    static Refusal rename(Refusal refusal, ImportOperation operation) {
        String field = refusal.field();
        Matcher file = OF_A_FILE.matcher(field);
        if (file.matches()) {
            return ofFile(refusal, file);
        }
        if (FREE_TEXTS.contains(field)) {
            return refusal.of(ImportColumns.REASON.header());
        }
        boolean endOfAdoption =
                operation == ImportOperation.END_ADOPTION && field.equals("endedOn");
        if (DAYS.contains(field) || endOfAdoption) {
            return refusal.of(ImportColumns.DATE.header());
        }
        if (field.equals("adoption")) {
            return refusal.of(ImportColumns.ADOPTION_REF.header());
        }
        if (field.equals("results")) {
            return refusal.of(ImportColumns.RESULTS_TEXT.header());
        }
        if (field.equals("id")) {
            return refusal.of(ImportColumns.EXTERNAL_ID.header());
        }
        return field.startsWith("means.") || field.startsWith("results.")
                ? refusal.of(field.replace('.', '_'))
                : refusal;
    }

    /** A cell names files by their hashes, so that the place of a wrong one has to be said. */
    private static Refusal ofFile(Refusal refusal, Matcher file) {
        int place = Integer.parseInt(file.group(2));
        String cell = "%s_%s[%d]".formatted(file.group(1), file.group(3), place);
        return refusal.code().equals("file-unknown")
                ? Refusal.invalid(cell, "file-not-sent", place + 1)
                : refusal.of(cell);
    }
}
