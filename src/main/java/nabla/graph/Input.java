package nabla.graph;

import nabla.tensor.Shape;

/** A leaf whose value is given from outside, at each point anew: a variable, data, or an upstream gradient. */
public final class Input extends Node {

    public Input(String name, Shape shape) {
        super(name, shape);
    }

    @Override
    public String toString() {
        return name();
    }
}
