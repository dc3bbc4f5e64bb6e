package nabla.graph;

/** A number for each of many nodes, by identity, in a fraction of the memory that a map of boxed numbers takes. */
public final class Places {

    private Node[] nodes;
    private int[] places;
    private int count;

    /** For as many nodes as come. */
    public Places() {
        this(0);
    }

    /** For about so many nodes; there may be more. */
    public Places(int expected) {
        int size = 32;
        while (isFull(expected, size)) {
            size *= 2;
        }
        nodes = new Node[size];
        places = new int[size];
    }

    /** Gives a node its place, from 0; false, and nothing changes, if it has one. */
    public boolean add(Node node, int place) {
        int slot = slot(node);
        if (nodes[slot] != null) {
            return false;
        }
        nodes[slot] = node;
        places[slot] = place;
        if (isFull(++count, nodes.length)) {
            grow();
        }
        return true;
    }

    private static boolean isFull(int count, int size) {
        return count > size / 4 * 3;
    }

    /** The place of a node, or −1. */
    public int of(Node node) {
        int slot = slot(node);
        return nodes[slot] == null ? -1 : places[slot];
    }

    public boolean contains(Node node) {
        return nodes[slot(node)] != null;
    }

    /** Where the node is, or would be. Sixteen neighbours stay side by side, in one line of the cache; such lines are scattered. */
    private int slot(Node node) {
        int hash = node.hashCode();
        int line = (hash >>> 4) * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(nodes.length - 1) & -16;
        int slot = line | hash & 15;
        while (nodes[slot] != null && nodes[slot] != node) {
            slot = slot + 1 & nodes.length - 1;
        }
        return slot;
    }

    private void grow() {
        Node[] oldNodes = nodes;
        int[] oldPlaces = places;
        nodes = new Node[2 * oldNodes.length];
        places = new int[2 * oldNodes.length];
        for (int k = 0; k < oldNodes.length; k++) {
            if (oldNodes[k] != null) {
                int slot = slot(oldNodes[k]);
                nodes[slot] = oldNodes[k];
                places[slot] = oldPlaces[k];
            }
        }
    }
}
