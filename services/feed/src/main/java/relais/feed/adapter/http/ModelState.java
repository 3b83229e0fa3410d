package relais.feed.adapter.http;

import org.jspecify.annotations.Nullable;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.Pointer;

/** What a model is at present, as operators are told. */
enum ModelState {
    BUILDING,
    PAUSED,
    FAILED,
    /** Built; it never served. */
    READY,
    SERVING,
    /** It served before, and is kept up to date for the way back. */
    KEPT,
    CANCELLING,
    CANCELLED,
    DROPPING,
    DROPPED;

    static ModelState of(Model model, @Nullable Pointer pointer) {
        return switch (model.stage()) {
            case BUILDING -> BUILDING;
            case PAUSED -> PAUSED;
            case FAILED -> FAILED;
            case CANCELLING -> CANCELLING;
            case CANCELLED -> CANCELLED;
            case DROPPING -> DROPPING;
            case DROPPED -> DROPPED;
            case BUILT -> built(model, pointer);
        };
    }

    private static ModelState built(Model model, @Nullable Pointer pointer) {
        if (pointer != null && pointer.serving() == model.number()) {
            return SERVING;
        }
        boolean served = model.activation() != null || !model.isRebuilt();
        return served || (pointer != null && pointer.previous() == model.number()) ? KEPT : READY;
    }
}
