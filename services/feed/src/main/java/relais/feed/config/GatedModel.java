package relais.feed.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import relais.feed.projection.Card;
import relais.feed.projection.ReadModel;
import relais.feed.projection.Step;
import relais.feed.rebuild.CurrentModel;

/** A model that stands still while another takes its place. */
record GatedModel(int number, ReadModel model, CurrentModel current) implements ReadModel {

    @Override
    public Map<String, Card> latest(Collection<String> aggregateIds) {
        return model.latest(aggregateIds);
    }

    @Override
    public void write(List<Step> steps) {
        current.awaitTurn(number);
        model.write(steps);
    }
}
