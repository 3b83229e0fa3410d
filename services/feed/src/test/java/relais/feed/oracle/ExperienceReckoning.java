package relais.feed.oracle;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An experience: its text, its review, and what others made of it. */
final class ExperienceReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "ExperienceSubmitted" -> {
                card.write("kind", "EXPERIENCE", "status", "SUBMITTED")
                        .write("partner", event.text("partnerId"))
                        .write("competentPartner", event.value("competentPartnerId"))
                        .write("externalId", event.value("externalId"));
                rewrite(card, event.record("content"));
            }
            case "ExperienceReturned" ->
                    card.write("status", "RETURNED", "reason", event.text("reason"))
                            .write(
                                    "comments",
                                    event.records("comments").stream()
                                            .map(
                                                    comment ->
                                                            Fields.of(
                                                                    "field", comment.get("field"),
                                                                    "comment",
                                                                            comment.get("comment")))
                                            .toList());
            case "ExperienceResubmitted" -> {
                card.write("status", "SUBMITTED", "reason", null, "comments", null)
                        .write("competentPartner", event.value("competentPartnerId"));
                rewrite(card, event.record("content"));
            }
            case "ExperienceTakenBack" ->
                    card.write(
                            "status",
                            "TAKEN_BACK",
                            "reason",
                            event.value("reason"),
                            "comments",
                            null);
            case "ExperiencePublished" -> {
                card.write("status", "PUBLISHED", "reason", null, "comments", null);
                if (card.text("firstPublishedAt") == null) {
                    card.write("firstPublishedAt", since);
                }
            }
            case "ExperienceRevised" -> rewrite(card, event.record("content"));
            case "ExperienceConfirmed" -> card.write("lastConfirmedOn", event.text("confirmedOn"));
            case "ExperienceWithdrawn" ->
                    card.write("status", "WITHDRAWN", "reason", event.text("reason"));
            case "ExperienceModerated" ->
                    card.write("status", "MODERATED", "reason", event.text("reason"));
            case "ExperienceHighlighted" ->
                    card.write(
                            "highlight",
                            Fields.of(
                                    "headline", event.value("headline"),
                                    "since", Fields.text(event.time()),
                                    "until", event.value("until")));
            case "HighlightRetracted" -> card.write("highlight", null);
            case "ExperienceEndorsed" ->
                    card.append(
                            "endorsements",
                            Fields.of(
                                    "partner", event.text("partnerId"),
                                    "at", Fields.text(event.time()),
                                    "comment", event.value("comment")));
            case "EndorsementRetracted" ->
                    card.strike("endorsements", "partner", event.text("partnerId"));
            case "ExperienceAdopted" -> adopt(card, event);
            case "AdoptionReported" ->
                    card.change(
                            "adoptions",
                            "id",
                            event.text("adoptionId"),
                            adoption ->
                                    Fields.with(
                                            adoption,
                                            "results",
                                            event.record("results"),
                                            "note",
                                            event.value("note"),
                                            "ownExperience",
                                            event.value("ownExperienceId"),
                                            "reportedOn",
                                            event.text("reportedOn")));
            case "AdoptionEnded" ->
                    card.change(
                            "adoptions",
                            "id",
                            event.text("adoptionId"),
                            adoption ->
                                    Fields.with(
                                            adoption,
                                            "endedOn",
                                            event.text("endedOn"),
                                            "endReason",
                                            event.value("reason")));
            default -> throw Reckoning.unknown(event);
        }
    }

    private static void rewrite(Sheet card, Map<String, Object> content) {
        card.write("title", content.get("title"), "preview", content.get("preview"))
                .write("territory", content.get("territory"), "level", content.get("level"))
                .write("axes", content.get("axes"), "tags", content.get("tags"))
                .write(
                        "content",
                        Fields.with(
                                content,
                                "title",
                                null,
                                "preview",
                                null,
                                "territory",
                                null,
                                "level",
                                null,
                                "axes",
                                null,
                                "tags",
                                null));
    }

    private static void adopt(Sheet card, Event event) {
        card.append(
                "adoptions",
                Fields.of(
                        "id", event.text("adoptionId"),
                        "partner", event.text("partnerId"),
                        "territory", event.text("territory"),
                        "adoptedOn", event.text("adoptedOn"),
                        "plan", event.value("plan")));
        List<@Nullable String> adopters =
                Reckoning.all(card.records("adoptions"), "partner").distinct().toList();
        card.write("adopters", adopters);
    }

    /** Words of the public, and the group that each stands for, in the order of the groups. */
    private static final Map<String, String> GROUPS =
            Map.ofEntries(
                    entry("PUPILS", "eleve ecolier collegien lyceen enfant jeune classe etudiant"),
                    entry("PUPILS2", "apprenti maternelle cp ce1 ce2 cm1 cm2 sixieme cinquieme"),
                    entry("PUPILS3", "quatrieme troisieme"),
                    entry("TEACHERS", "enseignant professeur prof instituteur pedagogique"),
                    entry("TEACHERS2", "formateur equipe"),
                    entry("FAMILIES", "famille parent"),
                    entry("STAFF", "agent personnel technicien directeur directrice direction"),
                    entry("STAFF2", "animateur atsem elu service"),
                    entry("RESIDENTS", "habitant citoyen association usager riverain public"));

    @Override
    public Map<String, Object> places(Sheet card, String position) {
        Map<String, Object> content = card.record("content");
        String euros = (String) Fields.record(content, "means").get("euros");
        BigDecimal cost = euros == null ? null : new BigDecimal(euros);
        long standing =
                card.records("adoptions").stream()
                        .filter(each -> each.get("endedOn") == null)
                        .count();
        long rest =
                cost == null
                        ? 0
                        : Math.max(1, 999_999_999_999L - Math.round(cost.doubleValue() * 100));
        return Fields.of(
                "byAdoptions", "%06d|%s".formatted(standing, position),
                "byCost", "%012d|%s".formatted(rest, position),
                "costClass", cost == null ? null : costClass(cost.doubleValue()),
                "audiences", groups((String) content.get("audience")));
    }

    private static String costClass(double euros) {
        if (euros == 0) {
            return "NOTHING";
        }
        int zeros = (int) Math.max(3, Math.ceil(Math.log10(euros)));
        return zeros > 5 ? "ABOVE_100000" : "UP_TO_1" + "0".repeat(zeros < 5 ? zeros : 5);
    }

    private static List<String> groups(@Nullable String audience) {
        var named = new TreeSet<String>(Comparator.comparingInt(ORDER::indexOf));
        String plain =
                Normalizer.normalize(audience == null ? "" : audience, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^a-z0-9]+", -1)) {
            String one = word.replaceFirst("(es|s|x)$", "");
            GROUPS.forEach(
                    (group, words) -> {
                        List<String> known = List.of(words.split(" "));
                        if (known.contains(word)
                                || known.contains(one)
                                || (word.endsWith("es") && known.contains(one + "e"))) {
                            named.add(group.replaceFirst("\\d", ""));
                        }
                    });
        }
        return List.copyOf(named);
    }

    private static final List<String> ORDER =
            List.of("PUPILS", "TEACHERS", "FAMILIES", "STAFF", "RESIDENTS");

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        Map<String, Object> content = card.record("content");
        return Stream.of(
                        Stream.of(
                                card.text("title"),
                                card.text("preview"),
                                gazetteer.name(Objects.requireNonNull(card.text("territory"))),
                                (String) Fields.record(content, "means").get("note"),
                                (String) Fields.record(content, "results").get("text")),
                        Stream.of("problem", "action", "audience", "difficulties", "transfer")
                                .map(name -> (String) content.get(name)),
                        card.texts("tags").stream(),
                        Fields.texts(content, "partnersInvolved").stream(),
                        Reckoning.all(Fields.records(content, "links"), "label"))
                .flatMap(texts -> texts);
    }
}
