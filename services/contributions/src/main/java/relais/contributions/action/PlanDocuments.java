package relais.contributions.action;

import static relais.aggregates.mongo.DocumentFields.axes;
import static relais.aggregates.mongo.DocumentFields.day;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;
import static relais.aggregates.mongo.DocumentFields.texts;
import static relais.aggregates.mongo.DocumentFields.written;

import org.bson.Document;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.ExperienceId;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;

/** Plans as documents: of actions, and in the minutes that decided on them. */
public final class PlanDocuments {

    private PlanDocuments() {}

    public static Document write(ActionPlan plan) {
        Document document =
                new Document("title", plan.title())
                        .append("lead", plan.lead().value())
                        .append("partnersInvolved", written(plan.partnersInvolved()))
                        .append("territory", plan.territory().value())
                        .append("axes", written(plan.axes()))
                        .append("dueOn", plan.dueOn().toString())
                        .append("objectives", written(plan.objectives()))
                        .append("experiences", written(plan.experiences()));
        put(document, "description", plan.description());
        put(document, "contribution", plan.contribution());
        return document;
    }

    public static ActionPlan read(Document document) {
        return new ActionPlan(
                text(document, "title"),
                document.getString("description"),
                new PartnerId(text(document, "lead")),
                texts(document, "partnersInvolved").stream().map(PartnerId::new).toList(),
                new TerritoryCode(text(document, "territory")),
                axes(document, "axes"),
                day(document, "dueOn"),
                texts(document, "objectives").stream().map(ObjectiveId::new).toList(),
                ContributionId.parse(document.getString("contribution")).orElse(null),
                texts(document, "experiences").stream().map(ExperienceId::new).toList());
    }
}
