package relais.contributions.workingday;

import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * A point of an agenda.
 *
 * @param partner that asked for it; absent if the secretariat did
 * @param card what it is about, of any service
 * @param cardVersion the version to talk about; absent for whichever is current on the day
 */
public record AgendaItem(
        AgendaItemId id,
        @Nullable PartnerId partner,
        String label,
        @Nullable String card,
        @Nullable Long cardVersion,
        @Nullable String note) {}
