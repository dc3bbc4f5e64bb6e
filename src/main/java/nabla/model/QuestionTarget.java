package nabla.model;

import nabla.graph.Node;
import nabla.syntax.Statement;

/**
 * What a question asks for, or what a submission states without being asked.
 *
 * @param question null for what nobody asked
 * @param target   as written: {@code dz/dx}, {@code dW1}; the name of an operation that is to be handed in
 * @param of       what is differentiated; null for a value and for an operation
 * @param by       what it is differentiated by; null for a value and for an operation
 * @param truth    what the tool works out; null for an operation
 */
public record QuestionTarget(Statement.Question question, String target, Node of, Node by, Node truth) {

    /** How the question is called: its label, or what is stated. */
    public String label() {
        return question == null ? target : question.label();
    }

    public boolean isOperation() {
        return truth == null;
    }

    /** Whether it is a derivative that is asked for, no value. */
    public boolean isDerivative() {
        return by != null;
    }

    public double within() {
        return question == null || question.grading().within() == null ? Double.NaN : question.grading().within().value();
    }

    public int digits() {
        return question == null ? -1 : question.grading().digits();
    }
}
