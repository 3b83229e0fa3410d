package relais.feed.oracle.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.events.experiences.Axis;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.Level;
import relais.events.experiences.Link;
import relais.events.experiences.Means;
import relais.events.experiences.ResultKind;
import relais.events.experiences.Results;

/** What an experience says, with everything that may be left out left out at times. */
final class ExperienceText {

    private static final List<Axis> AXES = List.of(Axis.values()).subList(1, Axis.values().length);
    private static final List<String> TAGS =
            List.of("tablettes", "TNI", "fibre optique", "maternelle", "ENT", "été", "co-design");

    private final Life experience;
    private final Place home;
    private final Dice dice;
    private final Prose prose;
    private @Nullable ExperienceContent latest;

    ExperienceText(Life experience, Place home) {
        this.experience = experience;
        this.home = home;
        this.dice = experience.dice;
        this.prose = experience.prose;
    }

    String territory() {
        return latest == null ? home.id() : latest.getTerritory();
    }

    /** All of it anew. */
    ExperienceContent written() {
        boolean began = dice.percent(70);
        latest =
                ExperienceContent.newBuilder()
                        .setTitle(prose.title())
                        .setPreview(prose.sentence())
                        .setTerritory(dice.one(home.within()).id())
                        .setLevel(dice.one(Level.class))
                        .setAxes(dice.some(AXES, 1, 3))
                        .setTags(dice.some(TAGS, 0, 3))
                        .setAudience(dice.maybe(prose::sentence))
                        .setStartedOn(
                                began ? experience.today().minusDays(dice.between(30, 900)) : null)
                        .setEndedOn(
                                began && dice.percent(30)
                                        ? experience.today().minusDays(dice.between(0, 29))
                                        : null)
                        .setProblem(prose.sentence())
                        .setAction(prose.paragraph())
                        .setPartnersInvolved(named())
                        .setMeans(dice.maybe(this::means))
                        .setResults(dice.maybe(this::results))
                        .setDifficulties(dice.maybe(prose::sentence))
                        .setTransfer(dice.maybe(prose::paragraph))
                        .setLinks(links())
                        .build();
        return latest;
    }

    /** A field or two of it: title, axes, level, means… The place where it is stays. */
    ExperienceContent rewritten() {
        ExperienceContent before = latest;
        if (before == null) {
            return written();
        }
        var after = ExperienceContent.newBuilder(before);
        for (int changes = dice.between(1, 3); changes > 0; changes--) {
            switch (dice.between(1, 8)) {
                case 1 -> after.setTitle(prose.title());
                case 2 -> after.setAxes(dice.some(AXES, 1, 3));
                case 3 -> after.setLevel(dice.one(Level.class));
                case 4 -> after.setTags(dice.some(TAGS, 0, 3));
                case 5 -> after.setMeans(dice.maybe(this::means));
                case 6 -> after.setResults(dice.maybe(this::results));
                case 7 -> after.setLinks(links());
                default -> after.setAction(prose.paragraph());
            }
        }
        latest = after.build();
        return latest;
    }

    Results results() {
        return new Results(dice.one(ResultKind.class), prose.sentence());
    }

    private Means means() {
        return Means.newBuilder()
                .setEuros(dice.maybe(() -> BigDecimal.valueOf(dice.between(0, 90_000_000), 2)))
                .setFte(dice.maybe(() -> BigDecimal.valueOf(dice.between(1, 900), 2)))
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private List<String> named() {
        var named = new ArrayList<String>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            named.add(prose.title());
        }
        return named;
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        for (int i = dice.between(0, 2); i > 0; i--) {
            links.add(new Link(prose.title(), "https://exemple.fr/" + dice.between(1, 9_999)));
        }
        return links;
    }
}
