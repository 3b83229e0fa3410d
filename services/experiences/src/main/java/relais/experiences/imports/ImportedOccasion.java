package relais.experiences.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;

/**
 * What a row says besides the command itself: by whom, on what, when. What it says wrongly is
 * absent, and named among the refusals.
 */
record ImportedOccasion(
        @Nullable ImportOperation operation,
        @Nullable PartnerId partner,
        @Nullable String externalId,
        @Nullable Instant occurredAt,
        List<Refusal> refusals) {

    private static final int FIRST_YEAR = 1900;

    ImportedOccasion {
        refusals = List.copyOf(refusals);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    static ImportedOccasion of(ImportRow row, Actor actor) {
        List<Refusal> refusals = new ArrayList<>();
        String externalId = row.get(ImportColumns.EXTERNAL_ID);
        if (externalId == null) {
            refusals.add(Refusal.invalid("externalId", "required"));
        }
        ImportOperation operation =
                ImportOperation.parse(row.get(ImportColumns.OPERATION)).orElse(null);
        if (operation == null) {
            refusals.add(Refusal.invalid("operation", "unknown-operation"));
        }
        boolean operator = actor.is(Role.OPERATOR);
        if (!operator && operation != null && operation != ImportOperation.SUBMIT) {
            refusals.add(Refusal.forbidden("operation", "operator-only"));
        }
        PartnerId partner = partner(row, actor, operator, refusals);
        Instant occurredAt = occurredAt(row, operator, refusals);
        return new ImportedOccasion(operation, partner, externalId, occurredAt, refusals);
    }

    private static @Nullable PartnerId partner(
            ImportRow row, Actor actor, boolean operator, List<Refusal> refusals) {
        String typed = row.get(ImportColumns.PARTNER);
        if (!operator) {
            PartnerId own = actor.partner();
            if (own == null) {
                refusals.add(Refusal.forbidden("partner", "partner-required"));
            } else if (typed != null && !typed.equals(own.value())) {
                refusals.add(Refusal.forbidden("partner", "operator-only"));
            }
            return own;
        }
        Optional<PartnerId> partner = PartnerId.parse(typed);
        if (partner.isEmpty()) {
            refusals.add(
                    typed == null
                            ? Refusal.invalid("partner", "required")
                            : Refusal.invalid("partner", "partner-unknown", typed));
        }
        return partner.orElse(null);
    }

    private static @Nullable Instant occurredAt(
            ImportRow row, boolean operator, List<Refusal> refusals) {
        String typed = row.get(ImportColumns.OCCURRED_AT);
        if (typed == null) {
            return null;
        }
        if (!operator) {
            refusals.add(Refusal.forbidden("occurredAt", "operator-only"));
            return null;
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(typed);
            if (at.getYear() < FIRST_YEAR) {
                refusals.add(Refusal.invalid("occurredAt", "too-long-ago", FIRST_YEAR));
                return null;
            }
            return at.toInstant();
        } catch (DateTimeException _) {
            refusals.add(Refusal.invalid("occurredAt", "not-an-instant"));
            return null;
        }
    }
}
