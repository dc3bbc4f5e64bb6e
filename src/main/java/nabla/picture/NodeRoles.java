package nabla.picture;

import java.util.List;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Role;
import nabla.report.Report;

/** What each node of a report is. The leaves of a network that training changes are its parameters. */
final class NodeRoles {

    /** What people call a loss. */
    private static final String LOSS = "(.*\\.)?(L|J|C|E|loss|cost|error|ell|ℓ)[0-9]*";

    private final List<String> networks;

    NodeRoles(Report report) {
        networks = report.warnings().stream().filter(warning -> warning.code().equals("network")).map(warning -> prefix(warning.node())).toList();
    }

    private static String prefix(String network) {
        return network.equals("loss") ? "" : network + ".";
    }

    Part of(NodeReport node) {
        boolean leaf = node.expression() == null;
        if (node.role() == Role.CONST) {
            return Part.CONSTANT;
        } else if (node.role() == Role.OUTPUT) {
            return node.shape().isScalar() && node.name().matches(LOSS) ? Part.LOSS : Part.OUTPUT;
        } else if (!leaf) {
            return Part.OPERATION;
        }
        return layer(node) == null ? Part.INPUT : Part.PARAMETER;
    }

    /** The layer of a network that a node belongs to, for example {@code xor layer 1}; null if to none. */
    String layer(NodeReport node) {
        for (String prefix : networks) {
            String rest = node.name().startsWith(prefix) ? node.name().substring(prefix.length()) : "";
            if (rest.matches("[Wbazh][0-9]+")) {
                return (prefix + " layer ").replace(".", "").strip() + " " + rest.substring(1);
            }
        }
        return null;
    }
}
