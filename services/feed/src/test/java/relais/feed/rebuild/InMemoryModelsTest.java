package relais.feed.rebuild;

class InMemoryModelsTest extends ModelsContract {

    @Override
    protected Models fresh() {
        return new InMemoryModels();
    }
}
