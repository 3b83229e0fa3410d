package relais.portal.contributions;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Contribution;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.form.Choice;
import relais.portal.naming.Naming;

/** What partners and cited experiences are called: contributions know them by their ids only. */
@Component("contributionNames")
record Names(Remote<PartnersApi> partners, Naming naming) {

    private static final String MANY = "100";
    private static final Pattern ID = Pattern.compile("\\b(?:am|x|p)-[a-z0-9]+(?:-[a-z0-9]+)*");

    /** Names, or else ids; signatories are empty if nobody could say who they are. */
    public record PartnerNames(Map<String, String> names, List<Choice> signatories) {

        public String of(String id) {
            return names.getOrDefault(id, id);
        }

        /** The same words with names for the ids in them. */
        public String in(String words) {
            return ID.matcher(words)
                    .replaceAll(found -> Matcher.quoteReplacement(of(found.group())));
        }

        public boolean isSignatory(String id) {
            return signatories.stream().anyMatch(one -> one.value().equals(id));
        }
    }

    PartnerNames signatories() {
        return named(new LinkedHashSet<>());
    }

    PartnerNames in(Contribution contribution) {
        var ids = new LinkedHashSet<@Nullable String>();
        contribution.evidence().forEach(each -> ids.add(each.experience()));
        ids.add(contribution.partner());
        ids.addAll(contribution.drafters());
        contribution.amendments().forEach(each -> ids.add(each.partner()));
        Contribution.Consultation consultation = contribution.consultation();
        if (consultation != null) {
            ids.addAll(consultation.signatories());
        }
        PartnerNames known = named(ids);
        var names = new LinkedHashMap<>(known.names());
        for (Contribution.Amendment each : contribution.amendments()) {
            names.put(
                    each.id(),
                    contribution.heading(each.section()) + " (" + known.of(each.partner()) + ")");
        }
        return new PartnerNames(names, known.signatories());
    }

    PartnerNames in(List<Contribution> entries) {
        var ids = new LinkedHashSet<@Nullable String>();
        entries.forEach(entry -> ids.addAll(entry.drafters()));
        return named(ids);
    }

    private PartnerNames named(Set<@Nullable String> ids) {
        List<Choice> signatories = askSignatories();
        var names = new LinkedHashMap<String, String>();
        signatories.forEach(one -> names.put(one.value(), one.label()));
        ids.removeIf(names::containsKey);
        names.putAll(naming.of(ids).names());
        return new PartnerNames(names, signatories);
    }

    private List<Choice> askSignatories() {
        var filter = Questions.of("committee", true, "limit", MANY);
        return partners.list(api -> api.partners(filter)).stream()
                .filter(one -> one.status().equals("ACTIVE"))
                .map(one -> new Choice(one.id(), one.name()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }
}
