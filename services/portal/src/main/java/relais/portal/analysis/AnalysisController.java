package relais.portal.analysis;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.HistoryApi;
import relais.portal.api.LogProof;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.page.Question;

/** Where the desk begins, and the proof of what its figures were counted from. */
@Controller
record AnalysisController(HistoryApi history, Calls calls) {

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
    String proof(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        Question claim = Question.of(CLAIM, parameters);
        MultiValueMap<String, String> place = Question.of(PLACE, parameters).parameters();
        Answer<LogProof> proof = calls.ask(Service.HISTORY, () -> history.proof(place));
        Pages.status(proof, response);
        model.addAttribute("claim", claim);
        model.addAttribute("form", Pages.form(claim, proof));
        model.addAttribute("proof", proof);
        model.addAttribute(
                "same",
                proof.content()
                        .map(
                                said ->
                                        claim.has("digest", said.digest())
                                                && claim.has(
                                                        "records", String.valueOf(said.records())))
                        .orElse(false));
        return "analysis/proof";
    }
}
