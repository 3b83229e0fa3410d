package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import relais.feed.projection.ContributionCard.Evidence;

/** What each event makes of the evidence of a contribution. */
final class EvidenceFold {

    private EvidenceFold() {}

    /** Citing again pins anew, in the same place. */
    static List<Evidence> cited(List<Evidence> before, ContributionEvent.EvidenceCited event) {
        var now =
                new Evidence(
                        event.experience(),
                        event.version(),
                        event.section(),
                        event.note(),
                        event.stamp().time(),
                        null);
        var evidence = new ArrayList<>(before);
        evidence.replaceAll(cited -> cited.experience().equals(event.experience()) ? now : cited);
        if (!evidence.contains(now)) {
            evidence.add(now);
        }
        return evidence;
    }

    static List<Evidence> without(List<Evidence> before, ContributionEvent.EvidenceRemoved event) {
        return before.stream()
                .filter(cited -> !cited.experience().equals(event.experience()))
                .toList();
    }

    static List<Evidence> outdated(
            List<Evidence> before, ContributionEvent.EvidenceOutdated event) {
        var evidence = new ArrayList<>(before);
        evidence.replaceAll(
                cited ->
                        cited.experience().equals(event.experience())
                                ? new Evidence(
                                        cited.experience(),
                                        cited.version(),
                                        cited.section(),
                                        cited.note(),
                                        cited.citedAt(),
                                        event.outdated())
                                : cited);
        return evidence;
    }
}
