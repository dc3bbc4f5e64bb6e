package nabla.diagram;

import java.util.List;

/**
 * A node to be drawn.
 *
 * @param label     the lines inside the box; a leaf has one
 * @param above     over the box
 * @param below     under it
 * @param arguments the places, in the list of boxes, of those it takes lines from; each comes before it
 */
public record Box(List<String> label, String above, String below, List<Integer> arguments) { }
