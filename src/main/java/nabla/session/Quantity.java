package nabla.session;

import java.util.List;
import nabla.formula.Formula;
import nabla.tensor.Tensor;

/**
 * What is known about a name or an expression of a {@link Draft}.
 *
 * @param name    as written
 * @param leaf    whether it is an input or a const
 * @param formula its definition, or the derivative that it is; null for a leaf and where it would be too long
 * @param value   null where something is missing
 * @param missing the names without a value that it depends on, in the order of the text
 * @param drawn   the declared inputs that it depends on: their values are sampled
 */
public record Quantity(String name, boolean leaf, Formula formula, Tensor value, List<String> missing, List<String> drawn) { }
