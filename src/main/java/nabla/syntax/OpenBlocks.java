package nabla.syntax;

/** How many blocks are open: {@code for} blocks hold others, and other blocks hold lines. */
final class OpenBlocks {

    private boolean loop;
    private int depth;

    /** Whether a block is open behind a sentence. */
    boolean isInside(Sentence sentence) {
        if (sentence.opensBlock()) {
            loop = depth == 0 ? sentence.opensLoop() : loop;
            depth = loop ? depth + 1 : 1;
        } else if (sentence.closesBlock()) {
            depth = Math.max(0, depth - 1);
        }
        return depth > 0;
    }
}
