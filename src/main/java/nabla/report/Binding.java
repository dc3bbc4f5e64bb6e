package nabla.report;

import nabla.tensor.Tensor;

/** A name and its value. */
public record Binding(String name, Tensor value) { }
