package relais.feed.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Classes of what an experience cost in all, in euros; the upper bound is included. */
public enum CostClass {
    NOTHING(0),
    UP_TO_1000(1_000),
    UP_TO_10000(10_000),
    UP_TO_100000(100_000),
    ABOVE_100000(Long.MAX_VALUE);

    private final BigDecimal most;

    CostClass(long most) {
        this.most = BigDecimal.valueOf(most);
    }

    /** The class of a cost; null if none is given. */
    public static @Nullable CostClass of(@Nullable BigDecimal euros) {
        if (euros == null) {
            return null;
        }
        for (CostClass each : values()) {
            if (euros.compareTo(each.most) <= 0) {
                return each;
            }
        }
        return ABOVE_100000;
    }
}
