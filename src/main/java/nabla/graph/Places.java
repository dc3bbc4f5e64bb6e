package nabla.graph;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A number for each of many nodes, by identity, in a fraction of the memory that a map of boxed numbers takes. Nodes made one after the other
 * stand side by side on a page, so a walk over a graph meets them in few lines of the cache.
 */
public final class Places {

    /** So many bits of a node's own number say where on its page it is. */
    private static final int PAGE = 6;

    /** By hash, a page: where it begins, from 1, and above that its number; 0 where there is none. */
    private long[] pages;
    private int count;
    private Node[] nodes;
    private int[] places;
    /** Those whose number another one has too; null without any. */
    private Map<Node, Integer> doubles;

    /** For as many nodes as come. */
    public Places() {
        this(0);
    }

    /** For about so many nodes; there may be more. */
    public Places(int expected) {
        int size = 2;
        while (size << PAGE < 2 * expected) {
            size *= 2;
        }
        pages = new long[2 * size];
        nodes = new Node[expected + (1 << PAGE)];
        places = new int[nodes.length];
    }

    /** A copy. */
    Places(Places other) {
        pages = other.pages.clone();
        count = other.count;
        nodes = other.nodes.clone();
        places = other.places.clone();
        doubles = other.doubles == null ? null : new IdentityHashMap<>(other.doubles);
    }

    /** Gives a node its place, from 0; false, and nothing changes, if it has one. */
    public boolean add(Node node, int place) {
        int slot = slot(node);
        if (slot < 0) {
            slot = open(node);
        }
        if (nodes[slot] == null) {
            nodes[slot] = node;
            places[slot] = place;
            return true;
        } else if (nodes[slot] == node) {
            return false;
        }
        doubles = doubles == null ? new IdentityHashMap<>() : doubles;
        return doubles.putIfAbsent(node, place) == null;
    }

    /** The place of a node, or −1. */
    public int of(Node node) {
        int slot = slot(node);
        if (slot >= 0 && nodes[slot] == node) {
            return places[slot];
        }
        return doubles == null ? -1 : doubles.getOrDefault(node, -1);
    }

    public boolean contains(Node node) {
        int slot = slot(node);
        return slot >= 0 && nodes[slot] == node || doubles != null && doubles.containsKey(node);
    }

    /** Where the node is or would be; −1 if its page is not there. */
    private int slot(Node node) {
        int number = node.hashCode();
        long page = pages[line(number >>> PAGE)];
        return page == 0 ? -1 : (int) page - 1 | number & (1 << PAGE) - 1;
    }

    /** Where a page is or would be entered. */
    private int line(int page) {
        int line = page * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(pages.length - 1);
        while (pages[line] != 0 && pages[line] >>> 32 != page) {
            line = line + 1 & pages.length - 1;
        }
        return line;
    }

    /** Makes room for the page of a node; gives the node's place on it. */
    private int open(Node node) {
        if (++count > pages.length / 2) {
            enlarge();
        }
        int page = node.hashCode() >>> PAGE;
        int start = count - 1 << PAGE;
        pages[line(page)] = (long) page << 32 | start + 1;
        if (start + (1 << PAGE) > nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
            places = Arrays.copyOf(places, nodes.length);
        }
        return start | node.hashCode() & (1 << PAGE) - 1;
    }

    private void enlarge() {
        long[] old = pages;
        pages = new long[2 * old.length];
        for (long page : old) {
            if (page != 0) {
                pages[line((int) (page >>> 32))] = page;
            }
        }
    }
}
