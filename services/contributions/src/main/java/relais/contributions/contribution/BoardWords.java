package relais.contributions.contribution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.BoardJson.PartnerJson;
import relais.contributions.contribution.BoardJson.RuleJson;
import relais.contributions.contribution.ReadContributions.BoardReading;
import relais.contributions.known.ExperienceId;
import relais.web.ProblemMessages;

/**
 * Says in words what each rule found: the messages {@code board.<Finding>.met} and {@code
 * board.<Finding>.missing}. Partners are called by their names, times are those of Paris.
 */
final class BoardWords {

    private final ProblemMessages messages;
    private final Locale locale;
    private final Map<PartnerId, Partner> names;

    BoardWords(ProblemMessages messages, Locale locale, BoardReading reading) {
        this.messages = messages;
        this.locale = locale;
        this.names = reading.names();
    }

    RuleJson rule(Board.Finding finding) {
        return switch (finding) {
            case Board.AmendmentsSettled found -> {
                List<String> open = found.open().stream().map(AmendmentId::value).toList();
                yield of("AMENDMENTS_SETTLED", found, open.size()).amendments(open).json();
            }
            case Board.ConsultationHeld found -> of("CONSULTATION_HELD", found).json();
            case Board.DeadlineReached found ->
                    of("DEADLINE_REACHED", found, found.deadline())
                            .deadline(found.deadline())
                            .json();
            case Board.QuorumReached found ->
                    of(
                                    "QUORUM_REACHED",
                                    found,
                                    found.needed(),
                                    found.taken(),
                                    found.missing(),
                                    named(found.silent()))
                            .quorum(found)
                            .json();
            case Board.NoStandingObjection found -> {
                List<PartnerId> against =
                        found.objections().stream().map(Position::partner).toList();
                yield of("NO_STANDING_OBJECTION", found, named(against)).partners(against).json();
            }
            case Board.NoModeratedEvidence found -> {
                List<String> hidden = found.moderated().stream().map(ExperienceId::value).toList();
                yield of("NO_MODERATED_EVIDENCE", found, hidden.size()).experiences(hidden).json();
            }
            case Board.EvidenceUpToDate found -> {
                List<String> outdated =
                        found.outdated().stream()
                                .map(Evidence::experience)
                                .map(ExperienceId::value)
                                .toList();
                yield of("EVIDENCE_UP_TO_DATE", found, outdated.size())
                        .experiences(outdated)
                        .json();
            }
        };
    }

    private Facts of(String rule, Board.Finding finding, Object... args) {
        String key =
                "board."
                        + finding.getClass().getSimpleName()
                        + (finding.met() ? ".met" : ".missing");
        return new Facts(rule, finding, messages.find(key, List.of(args), locale).orElse(rule));
    }

    private String named(Collection<PartnerId> partners) {
        return partners.stream()
                .map(
                        id -> {
                            String name = name(id);
                            return name == null ? id.value() : name;
                        })
                .collect(Collectors.joining(", "));
    }

    private @Nullable String name(PartnerId id) {
        Partner partner = names.get(id);
        return partner == null ? null : partner.name();
    }

    private List<PartnerJson> json(List<PartnerId> partners) {
        return partners.stream().map(id -> new PartnerJson(id.value(), name(id))).toList();
    }

    /** What a rule found, filled in fact by fact. */
    private final class Facts {
        private final String rule;
        private final Board.Finding finding;
        private final String words;
        private @Nullable Instant deadline;
        private Board.@Nullable QuorumReached quorum;
        private @Nullable List<PartnerId> partners;
        private @Nullable List<String> amendments;
        private @Nullable List<String> experiences;

        Facts(String rule, Board.Finding finding, String words) {
            this.rule = rule;
            this.finding = finding;
            this.words = words;
        }

        Facts deadline(Instant instant) {
            deadline = instant;
            return this;
        }

        Facts quorum(Board.QuorumReached found) {
            quorum = found;
            return partners(found.silent());
        }

        Facts partners(List<PartnerId> concerned) {
            partners = concerned;
            return this;
        }

        Facts amendments(List<String> ids) {
            amendments = ids;
            return this;
        }

        Facts experiences(List<String> ids) {
            experiences = ids;
            return this;
        }

        RuleJson json() {
            return new RuleJson(
                    rule,
                    finding.met(),
                    finding.blocks(),
                    words,
                    deadline,
                    quorum == null ? null : quorum.needed(),
                    quorum == null ? null : quorum.taken(),
                    quorum == null ? null : quorum.missing(),
                    partners == null ? null : BoardWords.this.json(partners),
                    amendments,
                    experiences);
        }
    }
}
