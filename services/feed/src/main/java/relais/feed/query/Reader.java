package relais.feed.query;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Card;
import relais.feed.projection.Kind;
import relais.feed.projection.Visibility;

/**
 * Who reads.
 *
 * @param partner the partner that the reader acts for, which reads all of what it posted itself;
 *     null for anyone else
 */
public record Reader(Reach reach, @Nullable String partner) {

    public static final Reader PUBLIC = new Reader(Reach.PUBLIC, null);
    public static final Reader SIGNATORY = new Reader(Reach.SIGNATORY, null);
    public static final Reader OPERATOR = new Reader(Reach.OPERATOR, null);
    public static final Reader COMMITTEE = new Reader(Reach.COMMITTEE, null);

    /** How far somebody's reading goes. */
    public enum Reach {
        /** Anyone, with or without an account. */
        PUBLIC,
        /** Someone of a partner that signed the charter, who also sees the texts being written. */
        SIGNATORY,
        /** Runs the platform: also reads texts that were withdrawn or moderated. */
        OPERATOR,
        /**
         * The national committee's secretariat, which also sees what is under review, withdrawn or
         * moderated.
         */
        COMMITTEE
    }

    /** The same for someone of this partner. */
    public Reader of(String owner) {
        return new Reader(reach, owner);
    }

    /** Whether all of what the reader may see may be shown as it is. */
    boolean seesAll() {
        return reach == Reach.COMMITTEE;
    }

    /** Whether the reader may know of this card. */
    public boolean sees(Card card) {
        return sees(card.visibility(), card.kind(), card.partner());
    }

    /** Whether what is so visible, and of this kind and partner, may be shown to this reader. */
    boolean sees(Visibility visibility, @Nullable Kind kind, @Nullable String owner) {
        return visible().contains(visibility)
                || (visibility == Visibility.COMMITTEE && kind == Kind.EXPERIENCE && isOf(owner));
    }

    /** Whether the reader reads what was withdrawn or moderated, if it is of this partner. */
    boolean readsHidden(@Nullable String owner) {
        return readsAllHidden() || isOf(owner);
    }

    /** Whether the reader reads what was withdrawn or moderated, whosever it is. */
    public boolean readsAllHidden() {
        return reach == Reach.COMMITTEE || reach == Reach.OPERATOR;
    }

    private boolean isOf(@Nullable String owner) {
        return partner != null && partner.equals(owner);
    }

    /** What is meant for this reader, whosever it is. */
    public Set<Visibility> visible() {
        return switch (reach) {
            case PUBLIC, OPERATOR -> Set.of(Visibility.PUBLIC);
            case SIGNATORY -> Set.of(Visibility.PUBLIC, Visibility.SIGNATORIES);
            case COMMITTEE ->
                    Set.of(Visibility.PUBLIC, Visibility.SIGNATORIES, Visibility.COMMITTEE);
        };
    }
}
