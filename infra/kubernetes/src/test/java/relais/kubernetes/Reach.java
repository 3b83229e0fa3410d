package relais.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Which pod may open a connection to which, by the network policies of one namespace. */
record Reach(Manifests manifests) {

    /**
     * @param from name of a Deployment or Job
     * @param to the same
     */
    boolean from(String from, String to) {
        JsonNode source = pod(from);
        JsonNode target = pod(to);
        return allows("Egress", "egress", "to", source, target)
                && allows("Ingress", "ingress", "from", target, source);
    }

    /** Where no policy is about a pod, all is allowed; else what one of them says. */
    private boolean allows(String type, String rules, String peers, JsonNode pod, JsonNode other) {
        List<JsonNode> policies =
                manifests
                        .ofKind("NetworkPolicy")
                        .filter(policy -> Manifests.selects(policy.at("/spec/podSelector"), pod))
                        .filter(
                                policy ->
                                        Manifests.items(policy.at("/spec/policyTypes"))
                                                .anyMatch(each -> each.asText().equals(type)))
                        .toList();
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> Manifests.items(policy.at("/spec/" + rules)))
                        .flatMap(rule -> Manifests.items(rule.path(peers)))
                        .filter(peer -> peer.has("podSelector"))
                        .anyMatch(peer -> Manifests.selects(peer.path("podSelector"), other));
    }

    private JsonNode pod(String name) {
        return manifests
                .ofKind("Deployment", "Job")
                .filter(each -> Manifests.name(each).equals(name))
                .findFirst()
                .orElseThrow()
                .at("/spec/template");
    }
}
