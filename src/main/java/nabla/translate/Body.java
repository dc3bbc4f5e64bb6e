package nabla.translate;

import java.util.Map;
import nabla.graph.Node;
import nabla.syntax.Expression;

/**
 * What names mean in the body of a function that is written out.
 *
 * @param parameters the nodes that it is called with, and the sizes of their declaration
 * @param around     what all other names mean
 */
record Body(Map<String, Node> parameters, Scope around) implements InnerScope {

    @Override
    public Node node(Expression.Name name) {
        Node parameter = parameters.get(name.name());
        return parameter != null ? parameter : around.node(name);
    }

    @Override
    public Node variable(Expression.Name name) {
        Node parameter = parameters.get(name.name());
        return parameter != null ? parameter : around.variable(name);
    }

    @Override
    public boolean isNode(String name) {
        return parameters.containsKey(name) || around.isNode(name);
    }
}
