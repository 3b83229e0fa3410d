package relais.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Working days as the service of contributions has them: current at once. */
public final class WorkingDays {

    private WorkingDays() {}

    /** A meeting; lists lack agenda and minutes, and minutes come once they are published. */
    public record Day(
            String id,
            long version,
            String status,
            LocalDate date,
            String place,
            @Nullable String territory,
            String theme,
            @Nullable String description,
            List<Item> agenda,
            @Nullable Minutes minutes,
            @Nullable String reason) {

        public boolean isScheduled() {
            return status.equals("SCHEDULED");
        }
    }

    /** A point to talk about; partner is absent if the secretariat asked for it. */
    public record Item(
            String id,
            @Nullable String partner,
            String label,
            @Nullable String card,
            @Nullable Long cardVersion,
            @Nullable String note) {}

    /** What was said; the text is Markdown. */
    public record Minutes(
            String text,
            List<String> attending,
            List<Decision> decisions,
            @Nullable String correction,
            Instant publishedAt) {}

    public record Decision(String id, String text, @Nullable String action) {}
}
