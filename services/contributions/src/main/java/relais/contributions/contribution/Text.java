package relais.contributions.contribution;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;

/**
 * What a contribution says at one time.
 *
 * @param summary one line
 * @param version that of the contribution when its text last changed: what an amendment is based on
 * @param numbered the highest section number given so far; one that was given is never given again
 */
public record Text(
        String title,
        @Nullable String summary,
        List<Axis> axes,
        List<Section> sections,
        long version,
        int numbered) {

    public Text {
        axes = List.copyOf(axes);
        sections = List.copyOf(sections);
    }

    public Optional<Section> section(SectionId id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** The section of that name. */
    Optional<Section> section(@Nullable String typed) {
        return SectionId.parse(typed).flatMap(this::section);
    }

    /** Whether anything is written under a heading. */
    public boolean saysSomething() {
        return sections.stream().anyMatch(section -> !section.body().isEmpty());
    }

    /** Whether saving that would change nothing. */
    boolean isSameAs(ContributionEvent.Drafted drafted) {
        return title.equals(drafted.title())
                && Objects.equals(summary, drafted.summary())
                && axes.equals(drafted.axes())
                && passages().equals(drafted.sections());
    }

    private List<ContributionEvent.Passage> passages() {
        return sections.stream()
                .map(section -> new ContributionEvent.Passage(section.id(), section.wording()))
                .toList();
    }

    Text drafted(ContributionEvent.Drafted drafted, long atVersion) {
        return new Text(
                drafted.title(),
                drafted.summary(),
                drafted.axes(),
                drafted.sections().stream().map(passage -> section(passage, atVersion)).toList(),
                atVersion,
                drafted.sections().stream()
                        .mapToInt(passage -> passage.id().number())
                        .reduce(numbered, Math::max));
    }

    /** An amendment that leaves the section as it is makes no new version of the text. */
    Text amended(SectionId id, Wording wording, long atVersion) {
        Optional<Section> section = section(id);
        if (section.isEmpty() || section.get().wording().equals(wording)) {
            return this;
        }
        List<Section> after =
                sections.stream()
                        .map(one -> one.id().equals(id) ? new Section(id, wording, atVersion) : one)
                        .toList();
        return new Text(title, summary, axes, after, atVersion, numbered);
    }

    private Section section(ContributionEvent.Passage passage, long atVersion) {
        return section(passage.id())
                .filter(section -> section.wording().equals(passage.wording()))
                .orElseGet(() -> new Section(passage.id(), passage.wording(), atVersion));
    }
}
