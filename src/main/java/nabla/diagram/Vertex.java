package nabla.diagram;

import java.util.ArrayList;
import java.util.List;

/** A box, or a place where a line passes through a layer. */
final class Vertex {

    final Box box;
    final int layer;
    /** Where its lines come from, in the order of the ports from top to bottom. */
    final List<Vertex> sources = new ArrayList<>();
    final List<Vertex> targets = new ArrayList<>();
    /** The row of the first line of its label, where its output leaves. */
    int row;

    Vertex(Box box, int layer) {
        this.box = box;
        this.layer = layer;
    }

    void join(Vertex target) {
        targets.add(target);
        target.sources.add(this);
    }

    /** How many rows there are between the borders: one for each line of the label, and for each line that comes in. */
    int height() {
        return box == null ? 1 : Math.max(box.label().size(), sources.size());
    }

    /** Rows above its own: a border and the text over it. */
    int above() {
        return box == null ? 0 : box.above().isEmpty() ? 1 : 2;
    }

    /** Rows below its own. */
    int below() {
        return box == null ? 0 : height() + (box.below().isEmpty() ? 0 : 1);
    }

    /** The row in which the line from a source arrives. */
    int port(Vertex source) {
        return row + sources.indexOf(source);
    }
}
