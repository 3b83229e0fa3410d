package relais.contributions.objective;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;

/** What no objective outgrows. */
public final class Largest {

    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final String ID = "z".repeat(50);
    private static final BigDecimal NUMBER = new BigDecimal("-9999999999999999.9999");

    /** Of four bytes: there are none longer. */
    private static final String LETTER = "\uD835\uDD38";

    private Largest() {}

    public static Objective objective() {
        return new Objective(
                new ObjectiveId("o-" + ID),
                new PartnerId("p-" + ID),
                new Objective.Aim(
                        Axis.USES,
                        LETTER.repeat(100),
                        LETTER.repeat(300),
                        LETTER.repeat(50),
                        NUMBER,
                        LocalDate.EPOCH,
                        NUMBER,
                        LocalDate.EPOCH,
                        new PartnerId("p-" + ID)),
                LETTER.repeat(2_000),
                Collections.nCopies(
                        ObjectiveRules.MAX_MEASURES,
                        new Objective.Measure(
                                NUMBER, LocalDate.EPOCH, LETTER.repeat(300), LETTER.repeat(2_000))),
                ObjectiveStatus.WITHDRAWN,
                LETTER.repeat(2_000),
                AT);
    }
}
