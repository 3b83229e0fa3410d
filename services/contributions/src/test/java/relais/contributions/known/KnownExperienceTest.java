package relais.contributions.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.contributions.known.KnownExperience.Change;
import relais.contributions.known.KnownExperience.Standing;

class KnownExperienceTest {

    private static final ExperienceId ID = new ExperienceId("x-1");
    private static final Instant AT = Instant.parse("2018-03-01T09:00:00Z");

    @Test
    void isNotPublishedBeforeItIs() {
        assertThat(KnownExperience.apply(ID, null, 1, null))
                .isEqualTo(new KnownExperience(ID, 1, null, Standing.NOT_PUBLISHED, null));
    }

    @Test
    void remembersTheVersionThatMadeItPublic() {
        KnownExperience published = published();
        assertThat(published).isEqualTo(new KnownExperience(ID, 2, 2L, Standing.PUBLISHED, null));
        assertThat(KnownExperience.apply(ID, published, 3, null))
                .isEqualTo(new KnownExperience(ID, 3, 2L, Standing.PUBLISHED, null));
    }

    @Test
    void remembersTheLastChangeOnly() {
        KnownExperience revised =
                KnownExperience.apply(ID, published(), 3, changed(EvidenceChange.REVISED, "un"));
        assertThat(revised.standing()).isEqualTo(Standing.PUBLISHED);
        assertThat(revised.lastChange()).isEqualTo(new Change(3, EvidenceChange.REVISED, AT, "un"));
        KnownExperience endorsed = KnownExperience.apply(ID, revised, 4, null);
        KnownExperience again =
                KnownExperience.apply(ID, endorsed, 5, changed(EvidenceChange.REVISED, null));
        assertThat(again.lastChange()).isEqualTo(new Change(5, EvidenceChange.REVISED, AT, null));
        assertThat(again.publishedIn()).isEqualTo(2L);
    }

    @Test
    void aWithdrawalAndAModerationSayWhereItStands() {
        assertThat(after(EvidenceChange.WITHDRAWN).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(after(EvidenceChange.MODERATED).standing()).isEqualTo(Standing.MODERATED);
    }

    /** An operator gave up on the events before: what is known is enough to warn who cites it. */
    @Test
    void mayBeginWithAnyEvent() {
        KnownExperience known =
                KnownExperience.apply(ID, null, 4, changed(EvidenceChange.MODERATED, "plainte"));
        assertThat(known.standing()).isEqualTo(Standing.MODERATED);
        assertThat(known.publishedIn()).isNull();
    }

    /** As an earlier release wrote it. */
    @Test
    void anEarlierDocumentIsRead() {
        String stored =
                """
                {"_id": "x-1", "version": {"$numberLong": "4"}, "standing": "WITHDRAWN",
                 "publishedIn": {"$numberLong": "2"},
                 "lastChange": {"version": {"$numberLong": "3"}, "change": "WITHDRAWN",
                   "at": {"$date": "2018-03-01T09:00:00Z"}, "reason": "why"}}\
                """;
        RecordCodec<KnownExperience> codec = RecordCodecs.of(KnownExperience.class);
        KnownExperience read = codec.fromDocument(Document.parse(stored));
        assertThat(read)
                .isEqualTo(
                        new KnownExperience(
                                ID,
                                4,
                                2L,
                                Standing.WITHDRAWN,
                                new Change(3, EvidenceChange.WITHDRAWN, AT, "why")));
        assertThat(codec.toDocument(read)).isEqualTo(Document.parse(stored));
    }

    private static KnownExperience published() {
        KnownExperience submitted = KnownExperience.apply(ID, null, 1, null);
        return KnownExperience.apply(ID, submitted, 2, new ExperienceFact.Published());
    }

    private static KnownExperience after(EvidenceChange change) {
        return KnownExperience.apply(ID, published(), 3, changed(change, "why"));
    }

    private static ExperienceFact changed(EvidenceChange change, @Nullable String reason) {
        return new ExperienceFact.Changed(change, AT, reason);
    }
}
