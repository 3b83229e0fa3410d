package relais.feed.oracle;

import java.util.Map;

/** Who reads, and what is meant for them. */
enum Audience {
    PUBLIC,
    COMMITTEE;

    boolean sees(Map<String, Object> fields) {
        Object visibility = fields.get("visibility");
        return switch (this) {
            case PUBLIC -> "PUBLIC".equals(visibility);
            case COMMITTEE -> !"NONE".equals(visibility);
        };
    }

    /** Whether a card or an entry is an answer to the question for these readers. */
    boolean isTold(Question question, Map<String, Object> fields) {
        boolean hidden = Boolean.TRUE.equals(fields.get("hidden"));
        return sees(fields)
                && question.condition().test(fields)
                && !(hidden && question.readsText() && this == PUBLIC);
    }

    /** Whether the text of it is taken out. */
    boolean isHidden(Map<String, Object> fields) {
        return this == PUBLIC && Boolean.TRUE.equals(fields.get("hidden"));
    }
}
