package relais.portal.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.ReadModel;
import relais.portal.api.Rebuild;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** The read models that take room, and the rebuilds that made them. */
@Controller
record ModelsController(FeedApi feed, Calls calls) {

    @GetMapping(Paths.MODELS)
    String list(Model model) {
        look(model);
        return "operations/models";
    }

    /** What changes alone, for the script that asks again and again. */
    @GetMapping(path = Paths.MODELS, headers = "HX-Request=true")
    String again(Model model, HttpServletResponse response) {
        look(model);
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return "operations/models :: now";
    }

    private void look(Model model) {
        Pending<Listing<ReadModel>> models = calls.start(Service.FEED, feed::models);
        Pending<Listing<Rebuild>> rebuilds = calls.start(Service.FEED, feed::rebuilds);
        Answer<List<Rebuild>> found = rebuilds.answer().map(Listing::items);
        List<Rebuild> known = found.content().orElse(List.of());
        model.addAttribute("models", models.answer().map(Listing::items));
        model.addAttribute("rebuilds", found);
        model.addAttribute("rebuilt", known.stream().map(Rebuild::id).toList());
        model.addAttribute("changing", known.stream().anyMatch(Rebuild::isChanging));
    }
}
