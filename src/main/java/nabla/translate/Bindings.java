package nabla.translate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.op.Functions;
import nabla.op.NamedConstants;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** Values given from outside, as text: {@code x=1}, {@code W=[1, 2; 3, 4], b=0}. */
final class Bindings {

    private Bindings() { }

    /** The values by name; errors go to the diagnostics, without a place. */
    static Map<String, Tensor> read(List<String> texts, long seed, List<Diagnostic> diagnostics) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (String text : texts) {
            for (String part : parts(text)) {
                try {
                    read(part, seed, values);
                } catch (Fault fault) {
                    diagnostics.add(Diagnostic.error(null, "--at " + part + ": " + fault.getMessage(), fault.diagnostic().hint()));
                }
            }
        }
        return values;
    }

    private static void read(String part, long seed, Map<String, Tensor> values) {
        SourceText source = new SourceText("--at", part);
        Script script = new Reader(Functions.names()).read(source);
        for (Diagnostic diagnostic : script.diagnostics()) {
            throw Fault.at(null, diagnostic.message(), diagnostic.hint());
        }
        if (script.statements().size() != 1 || !(script.statements().get(0) instanceof Statement.Equation equation)
                || !(equation.left() instanceof Expression.Name name)) {
            throw Fault.at(null, "a value is given as name=value", "for example x=1");
        }
        StatementContext building = new StatementContext(new ConstantScope(), source, new IdentityHashMap<>(), new ArrayList<>(), seed, Sheets.in(null));
        Tensor before = values.put(name.name(), Expressions.of(building, name.name()).known(equation.right()));
        if (before != null) {
            throw Fault.at(null, name.name() + " is given twice", null);
        }
    }

    /** The text cut at the commas that stand outside brackets. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Where only numbers mean something. */
    private record ConstantScope() implements Scope {

        @Override
        public Node node(Expression.Name name) {
            Node constant = NamedConstants.find(name.name());
            if (constant == null) {
                throw Fault.at(name.span(), "the value may not depend on " + name.name(), "write a number");
            }
            return constant;
        }

        @Override
        public boolean isNode(String name) {
            return false;
        }

        @Override
        public OperationTable operations() {
            return OperationTable.NONE;
        }
    }
}
