package nabla.translate;

import nabla.graph.Node;

/** A name that a script defines or uses, and what each pass of its translation finds out about it. */
final class Symbol {

    private static final Reference[] NONE = {};

    private final String name;
    private final int number;
    private Entry entry;
    private Reference[] references = NONE;
    private boolean derived;
    private Kind kind;
    private Node node;

    /**
     * Nothing known yet.
     *
     * @param number its place among all, from 0
     */
    Symbol(String name, int number) {
        this.name = name;
        this.number = number;
    }

    /**
     * A name in the right side, or the sizes, of another.
     *
     * @param role what it is needed for
     * @param flat whether it only counts, compares or decides there: then no derivative goes through
     */
    record Reference(Symbol symbol, Use.Role role, boolean flat) { }

    String name() {
        return name;
    }

    int number() {
        return number;
    }

    /** What it stands for; null for a name that is only used. */
    Entry entry() {
        return entry;
    }

    /** What its right side, or its sizes, need. */
    Reference[] references() {
        return references;
    }

    /** Whether there is a derivative in its right side. */
    boolean isDerived() {
        return derived;
    }

    /** What it becomes in the graph; null where it does not. */
    Kind kind() {
        return kind;
    }

    /** What has been built under it, or null. */
    Node node() {
        return node;
    }

    void define(Entry definition) {
        entry = definition;
    }

    void refer(Reference[] found, boolean derivative) {
        references = found;
        derived = derivative;
    }

    void settle(Kind settled) {
        kind = settled;
    }

    void build(Node built) {
        node = built;
    }
}
