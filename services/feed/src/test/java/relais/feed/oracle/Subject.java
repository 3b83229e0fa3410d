package relais.feed.oracle;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One aggregate, from its first event on. */
final class Subject {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * What one event makes.
     *
     * @param activity its entry in the feed; empty if it has none
     * @param refersTo the cards that this one now cites or works towards
     */
    record Outcome(Version version, Map<String, Object> activity, Collection<String> refersTo) {}

    private final Gazetteer gazetteer;
    private final FrenchWords words;
    private final Reckoning reckoning;
    private final Sheet card = new Sheet();
    private final Instant createdAt;
    private Instant since = Instant.MIN;
    private long number;

    Subject(Event first, Gazetteer gazetteer, FrenchWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
        this.reckoning = Reckoning.forLifeThatBeginsWith(first.type());
        this.createdAt = first.time();
    }

    Outcome after(Event event) {
        if (event.sequence() != ++number) {
            throw new IllegalStateException(event.id() + " is not number " + number);
        }
        // A clock that went back does not make the past overlap.
        since = event.time().isBefore(since) ? since : event.time();
        reckoning.reckon(card, event, Fields.text(since));
        Version version = new Version(event.aggregate(), number, since, fields(event));
        return new Outcome(version, activity(event), refersTo());
    }

    private boolean isCard() {
        return card.text("kind") != null;
    }

    private Map<String, Object> fields(Event event) {
        SortedMap<String, Object> fields = card.copy();
        String territory = card.text("territory");
        fields.putAll(
                Fields.of(
                        "aggregateId", event.aggregate(),
                        "version", number,
                        "visibility", visibility(),
                        "position", date() + "|" + event.aggregate(),
                        "month", month(date()),
                        "createdAt", Fields.text(createdAt),
                        "eventTime", Fields.text(event.time()),
                        "validFrom", Fields.text(since),
                        "archive", event.isArchive(),
                        "lane", event.lane(),
                        "offset", event.offset(),
                        "territories",
                                territory == null ? null : gazetteer.feedsOf(List.of(territory)),
                        "terms", words.of(there(reckoning.texts(card, gazetteer)))));
        fields.putAll(reckoning.places(card, date() + "|" + event.aggregate()));
        return fields;
    }

    /** It is fixed when the version is made, and never widens. */
    private String visibility() {
        if (!isCard()) {
            return "NONE";
        }
        return switch (Objects.requireNonNull(card.text("kind"))) {
            case "EXPERIENCE" -> card.text("firstPublishedAt") == null ? "COMMITTEE" : "PUBLIC";
            case "CONTRIBUTION" -> card.text("firstConsultedAt") == null ? "SIGNATORIES" : "PUBLIC";
            default -> "PUBLIC";
        };
    }

    /** Of the first publication, of the first consultation, or of the beginning until then. */
    private String date() {
        return Stream.of(card.text("firstPublishedAt"), card.text("firstConsultedAt"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Fields.text(createdAt));
    }

    private static String month(String instant) {
        return YearMonth.from(Instant.parse(instant).atZone(PARIS)).toString();
    }

    private static List<String> there(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).map(String::valueOf).toList();
    }

    private Collection<String> refersTo() {
        return Stream.of(
                        Reckoning.all(card.records("evidence"), "experience"),
                        Fields.texts(card.record("plan"), "objectives").stream(),
                        Stream.of((String) card.record("plan").get("contribution")),
                        Reckoning.all(card.records("adoptions"), "ownExperience"))
                .flatMap(targets -> targets)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    private Map<String, Object> activity(Event event) {
        if (!isCard()) {
            return Map.of();
        }
        String territory = Objects.requireNonNull(card.text("territory"));
        String partner = card.text("partner");
        if (partner == null) {
            partner = event.aggregate();
        }
        Deed deed = Deed.of(event, card);
        String other = deed.territory();
        List<String> about =
                other == null || other.equals(territory)
                        ? List.of(territory)
                        : List.of(territory, other);
        String by = deed.by();
        String time = Fields.text(event.time());
        return Fields.of(
                "aggregateId", event.aggregate(),
                "sequence", number,
                "type", event.type(),
                "visibility", deed.isConfidential() ? "COMMITTEE" : visibility(),
                "time", time,
                "position", "%s|%s|%010d".formatted(time, event.aggregate(), number),
                "month", month(time),
                "archive", event.isArchive(),
                "correlationId", event.headers().get("ce_correlationid"),
                "eventPartner", event.partner(),
                "partner", partner,
                "by", by,
                "partners",
                        by == null || by.equals(partner) ? List.of(partner) : List.of(partner, by),
                "about", about,
                "territories", gazetteer.feedsOf(about),
                "terms", words.of(entryTexts(deed.note())),
                "kind", card.text("kind"),
                "status", card.text("status"),
                "level", card.text("level"),
                "axes", card.texts("axes"),
                "tags", card.texts("tags"),
                "card",
                        Fields.of(
                                "version",
                                number,
                                "title",
                                orEmpty(card.text("title")),
                                "preview",
                                orEmpty(card.text("preview")),
                                "territory",
                                territory),
                "note", deed.note(),
                "subject", deed.subject(),
                "topic", event.topic(),
                "partition", (long) event.partition(),
                "lane", event.lane(),
                "offset", event.offset());
    }

    /** Only the entry that changed a contribution's text is found by the whole of it. */
    private Collection<String> entryTexts(@Nullable String note) {
        boolean unchanged =
                reckoning instanceof ContributionReckoning
                        && !Objects.equals(card.value("textVersion"), number);
        Stream<@Nullable String> texts =
                unchanged
                        ? ContributionReckoning.headlines(card)
                        : reckoning.texts(card, gazetteer);
        return there(Stream.concat(texts, Stream.of(note)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
