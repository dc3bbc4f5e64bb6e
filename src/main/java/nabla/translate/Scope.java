package nabla.translate;

import java.util.Collection;
import java.util.List;
import nabla.graph.Node;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** What names mean where an expression stands. */
public interface Scope {

    /**
     * The node of a name.
     *
     * @throws Fault if it has no meaning; the hint says which name may be meant
     */
    Node node(Expression.Name name);

    /**
     * The node of a name that is differentiated by.
     *
     * @throws Fault if no derivative can be taken by it
     */
    default Node variable(Expression.Name name) {
        return node(name);
    }

    /** The function of a name that a script writes down; null if there is none. */
    default WrittenFunction mapped(String name) {
        return null;
    }

    /** The names of all such functions. */
    default Collection<String> mappedNames() {
        return List.of();
    }

    /** Whether the statement of a name has an error, which has been told. */
    default boolean isBroken(String name) {
        return false;
    }

    /** What a derivative means where it has been stated before; null where it is to be worked out. */
    default Node derivative(Expression.Derivative derivative) {
        return null;
    }

    /** What the derivative of a node by another is multiplied by. */
    default int scale(Node of, Node by) {
        return 1;
    }

    /** Whether a name is that of a node. */
    boolean isNode(String name);

    /** The operations with a hand-written backward pass. */
    OperationTable operations();

    /**
     * A function that a script writes down, as its calls see it.
     *
     * @param source where it is written
     * @param scope  what the names mean that are none of its parameters
     */
    record WrittenFunction(Statement.Mapping mapping, SourceText source, Scope scope) { }

    /** Operations that a script defines. */
    interface OperationTable {

        /** Where there is no script. */
        OperationTable NONE = new OperationTable() {
            @Override
            public Function function(String name) {
                return null;
            }

            @Override
            public Collection<String> names() {
                return List.of();
            }
        };

        /** The one of a name; null if there is none. */
        Function function(String name);

        /** The names of all. */
        Collection<String> names();

        /** The function of a name that the text writes down, as operations see it; null if there is none. */
        default WrittenFunction mapped(String name) {
            return null;
        }
    }

    /** Makes the node of a call. */
    interface Function {

        /** How many arguments it takes. */
        int arity();

        /** How many outputs it has; the node of a call is all of them as one. */
        default int outputs() {
            return 1;
        }

        /** Output k of a call, as a node under a name that may be null. */
        default Node output(String name, Node call, int k) {
            return call;
        }

        /**
         * The node, under a name that may be null.
         *
         * @throws nabla.graph.ShapeMismatch if the arguments do not fit
         * @throws Fault                     if the operation itself has an error
         */
        Node call(String name, List<Node> arguments);
    }
}
