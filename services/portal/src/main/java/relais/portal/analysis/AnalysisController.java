package relais.portal.analysis;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.HistoryApi;
import relais.portal.api.LogProof;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.Question;

/** Where the desk begins, and the proof of what its figures were counted from. */
@Controller
record AnalysisController(Remote<HistoryApi> history) {

    private static final List<String> PLACE = List.of("upTo", "asOf");
    private static final List<String> CLAIM = List.of("upTo", "asOf", "records", "digest");

    @GetMapping("/desk/analysis")
    String begin() {
        return "analysis/begin";
    }

    /**
     * What the log held at a place. With the count and the digest that a figure claims, whether
     * they are the same.
     */
    @GetMapping("/desk/analysis/proof")
    String proof(Exchange exchange) {
        Question claim = Question.of(CLAIM, exchange.parameters());
        MultiValueMap<String, String> place =
                Question.of(PLACE, exchange.parameters()).parameters();
        Answer<LogProof> proof = exchange.about(history.ask(api -> api.proof(place)));
        exchange.add("claim", claim)
                .add("form", claim.form(proof))
                .add("proof", proof)
                .add("same", proof.content().filter(said -> isSame(claim, said)).isPresent());
        return "analysis/proof";
    }

    private static boolean isSame(Question claim, LogProof said) {
        return claim.has("digest", said.digest()) && claim.has("records", "" + said.records());
    }
}
