package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.Decision;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.Circumstances;

/** Every command by everyone, of a contribution whose drafters are the mayors and départements. */
class AuthorityTest {

    private static final Map<String, Circumstances> PEOPLE = people();

    private static final Set<String> DRAFTERS = Set.of("opener", "drafter", "drafting secretary");
    private static final Set<String> SECRETARIES = Set.of("secretary", "drafting secretary");
    private static final Set<String> SIGNATORIES =
            Set.of("signatory", "proposer", "opener", "drafter", "drafting secretary");
    private static final Set<String> COMMITTEE =
            Set.of("signatory", "proposer", "opener", "drafter", "drafting secretary", "secretary");

    static Stream<Arguments> everyCommandByEveryone() {
        return Commands.all().stream()
                .flatMap(
                        command ->
                                PEOPLE.keySet().stream()
                                        .map(
                                                who ->
                                                        Arguments.of(
                                                                command.getClass().getSimpleName(),
                                                                who,
                                                                command)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everyCommandByEveryone")
    void isForThoseItIsMeantFor(String name, String who, ContributionCommand command) {
        Circumstances circumstances = PEOPLE.getOrDefault(who, Scene.service());
        assertThat(isForbidden(command, circumstances)).isEqualTo(!allowed(command).contains(who));
    }

    private static boolean isForbidden(ContributionCommand command, Circumstances circumstances) {
        Story story =
                command instanceof ContributionCommand.TakePosition
                        ? Story.consulted()
                        : Story.amended();
        return story.decide(command, circumstances)
                        instanceof Decision.Refused<ContributionEvent>(List<Refusal> refusals)
                && Refusal.gravest(refusals) == Refusal.Kind.FORBIDDEN;
    }

    private static Set<String> allowed(ContributionCommand command) {
        return switch (command) {
            case ContributionCommand.Open _ -> COMMITTEE;
            case ContributionCommand.Draft _,
                    ContributionCommand.Submit _,
                    ContributionCommand.Cite _,
                    ContributionCommand.RemoveEvidence _,
                    ContributionCommand.AcceptAmendment _,
                    ContributionCommand.RejectAmendment _ ->
                    DRAFTERS;
            case ContributionCommand.ProposeAmendment _, ContributionCommand.TakePosition _ ->
                    SIGNATORIES;
            case ContributionCommand.WithdrawAmendment _ -> Set.of("proposer");
            case ContributionCommand.OpenConsultation _,
                    ContributionCommand.CloseConsultation _,
                    ContributionCommand.Adopt _ ->
                    SECRETARIES;
            case ContributionCommand.Withdraw _ ->
                    Set.of("opener", "drafter", "drafting secretary", "secretary");
            case ContributionCommand.OutdateEvidence _, ContributionCommand.Supersede _ ->
                    Set.of("service");
        };
    }

    private static Map<String, Circumstances> people() {
        Map<String, Circumstances> people = new LinkedHashMap<>();
        people.put("nobody", Scene.of(new Actor("m-nobody", null, Set.of()), null));
        people.put("analyst of a drafter", Scene.as(Scene.AMF));
        people.put("operator of a drafter", Scene.as(Scene.AMF, Role.OPERATOR));
        people.put("another partner", Scene.by(Scene.TOWN));
        people.put("signatory", Scene.by(Scene.MINISTRY));
        people.put("proposer", Scene.by(Scene.ARF));
        people.put("opener", Scene.by(Scene.AMF));
        people.put("drafter", Scene.by(Scene.ADF));
        people.put("secretary", Scene.secretary());
        people.put("drafting secretary", Scene.as(Scene.AMF, Role.COMMITTEE));
        people.put("service", Scene.service());
        return people;
    }
}
