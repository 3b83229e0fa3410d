package relais.portal.contracts;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Descriptions for whoever writes a program: as pages, and as the files that tools read. */
@Controller
record ContractsController(Contracts contracts) {

    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    @GetMapping("/api")
    String overview(Model model) {
        model.addAttribute("services", Contracts.SERVICES);
        return "contracts/overview";
    }

    @GetMapping("/api/{service:[a-z]+}")
    String service(@PathVariable String service, Model model) {
        model.addAttribute("service", service);
        model.addAttribute("file", Contracts.fileOf(service));
        model.addAttribute("outline", contracts.service(service));
        return "contracts/service";
    }

    @GetMapping("/api/events")
    String events(Model model) {
        model.addAttribute("outline", contracts.events());
        return "contracts/events";
    }

    @GetMapping("/api/{file:[a-z-]+\\.json}")
    ResponseEntity<byte[]> file(@PathVariable String file) {
        return ResponseEntity.ok()
                .cacheControl(A_WHILE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(contracts.file(file));
    }
}
