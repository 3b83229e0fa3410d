package relais.experiences.experience;

import java.util.List;

/** One sound command of each kind. */
final class CommandSamples {

    private CommandSamples() {}

    static List<ExperienceCommand> all() {
        ProposedContent card = Scene.card().build();
        return List.of(
                Scene.submit(card),
                new ExperienceCommand.Return(
                        "why", List.of(new FieldComment("title", "plus court"))),
                new ExperienceCommand.Resubmit(card, null),
                new ExperienceCommand.TakeBack(null),
                new ExperienceCommand.Publish(null),
                new ExperienceCommand.Revise(card, null),
                new ExperienceCommand.Confirm(null),
                new ExperienceCommand.Withdraw("why"),
                new ExperienceCommand.Moderate("why"),
                new ExperienceCommand.Endorse(null),
                new ExperienceCommand.RetractEndorsement(null),
                new ExperienceCommand.Highlight(null, null),
                new ExperienceCommand.RetractHighlight(null),
                new ExperienceCommand.Adopt(
                        Scene.ADOPTION, new ExperienceCommand.AdoptionRequest(null, null)),
                new ExperienceCommand.ReportAdoption(
                        Scene.ADOPTION,
                        new ExperienceCommand.ReportRequest(
                                new ProposedContent.ProposedResults("MEASURED", "bien"),
                                null,
                                null,
                                null)),
                new ExperienceCommand.EndAdoption(
                        Scene.ADOPTION, new ExperienceCommand.EndRequest(null, null)));
    }
}
