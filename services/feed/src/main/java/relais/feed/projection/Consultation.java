package relais.feed.projection;

import static relais.feed.projection.Reference.To.PARTNER;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredType;

/**
 * The signatories are asked.
 *
 * @param signatories those of the moment it was opened: they alone take positions
 * @param quorum how many positions are needed
 * @param positions the last one of each signatory, in the order of first taking
 * @param closedBecause why it was closed without adoption; null unless it was
 */
@Schema(name = "Consultation")
@StoredType(omitsEmpty = true)
public record Consultation(
        Instant openedAt,
        Instant deadline,
        @Schema(description = "Those of the moment it was opened") @Reference(PARTNER)
                List<String> signatories,
        @Schema(description = "How many positions are needed") int quorum,
        @Nullable String note,
        List<Position> positions,
        @Nullable Instant closedAt,
        @Nullable String closedBecause) {

    public Consultation {
        signatories = List.copyOf(signatories);
        positions = List.copyOf(positions);
    }

    Consultation with(List<Position> taken) {
        return new Consultation(
                openedAt, deadline, signatories, quorum, note, taken, closedAt, closedBecause);
    }

    Consultation closed(Instant at, String because) {
        return new Consultation(
                openedAt, deadline, signatories, quorum, note, positions, at, because);
    }

    /** What a signatory thinks of it. */
    @Schema(name = "Position")
    public record Position(
            @Reference(PARTNER) String partner,
            @JsonProperty("position")
                    @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"CONSENT", "RESERVATION", "OBJECTION", "ABSTENTION"})
                    String choice,
            Instant at,
            @Nullable String reason) {}
}
