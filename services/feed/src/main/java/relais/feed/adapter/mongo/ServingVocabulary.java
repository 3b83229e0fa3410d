package relais.feed.adapter.mongo;

import java.util.Set;
import java.util.function.Supplier;
import relais.feed.query.SearchWord;
import relais.feed.query.Vocabulary;

/** The words of whichever model serves. */
final class ServingVocabulary implements Vocabulary {

    private final Supplier<Vocabulary> serving;

    ServingVocabulary(Supplier<Vocabulary> serving) {
        this.serving = serving;
    }

    @Override
    public SearchWord word(String term) {
        return serving.get().word(term);
    }

    @Override
    public SearchWord similar(SearchWord word) {
        return serving.get().similar(word);
    }

    @Override
    public Set<String> tags(String tag) {
        return serving.get().tags(tag);
    }
}
