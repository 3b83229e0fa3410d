package relais.contributions.workingday;

import java.util.Optional;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.contributions.known.KnownCard;

/** The rules behind {@link WorkingDayPolicy} about the agenda. */
final class AgendaRules {

    static final int MAX_ITEMS = 100;

    private static final TextRule LABEL = TextRule.line(200);

    private AgendaRules() {}

    static Stream<Refusal> soundItem(Case judged) {
        WorkingDayCommand.AddItem add = (WorkingDayCommand.AddItem) judged.command();
        Long version = add.cardVersion();
        return Stream.of(
                        LABEL.required("label", add.label()),
                        Refusal.when(
                                version != null && version < 1,
                                Refusal.invalid("cardVersion", "card-version")),
                        Refusal.when(
                                version != null && add.card() == null,
                                Refusal.invalid("card", "card-missing")),
                        MeetingRules.REMARK.check("note", add.note()))
                .flatMap(refusals -> refusals);
    }

    /** One that is not public is not told from one that does not exist. */
    static Stream<Refusal> linksToAPublicCard(Case judged) {
        String card = ((WorkingDayCommand.AddItem) judged.command()).card();
        return Refusal.when(
                card != null
                        && Optional.ofNullable(judged.circumstances().known().cards().get(card))
                                .filter(KnownCard::isPublic)
                                .isEmpty(),
                Refusal.invalid("card", "card-not-public"));
    }

    /** A reader of the agenda can open the version it names. */
    static Stream<Refusal> linksToAVersionThatExists(Case judged) {
        WorkingDayCommand.AddItem add = (WorkingDayCommand.AddItem) judged.command();
        Long version = add.cardVersion();
        KnownCard card =
                add.card() == null ? null : judged.circumstances().known().cards().get(add.card());
        if (version == null || version < 1 || card == null || !card.isPublic()) {
            return Stream.empty();
        }
        return Stream.concat(
                Refusal.when(
                        version < card.firstVersion(),
                        Refusal.invalid(
                                "cardVersion", "card-version-not-public", card.firstVersion())),
                Refusal.when(
                        version > card.version(),
                        Refusal.invalid("cardVersion", "card-version-unknown", card.version())));
    }

    static Stream<Refusal> agendaIsBounded(Case judged) {
        return Refusal.when(
                MeetingRules.existing(judged).agenda().size() >= MAX_ITEMS,
                Refusal.conflict("agenda", "agenda-full", MAX_ITEMS));
    }

    static Stream<Refusal> beforeTheDayIsOver(Case judged) {
        Meeting meeting = MeetingRules.existing(judged).meeting();
        return Refusal.when(
                !judged.isArchive() && judged.circumstances().day().isAfter(meeting.date()),
                Refusal.conflict("date", "agenda-closed", meeting.date()));
    }

    static Stream<Refusal> itemIsOnTheAgenda(Case judged) {
        AgendaItemId item = ((WorkingDayCommand.RemoveItem) judged.command()).item();
        return Refusal.when(
                MeetingRules.existing(judged).item(item).isEmpty(),
                Refusal.notFound("item", "item-unknown"));
    }
}
