package nabla.syntax;

import nabla.source.SourceText;

/** Says line by line whether a text that is being typed is over: each line is looked at once, however many there are. */
public final class Continuation {

    private final Splitter splitter = new Splitter(new SourceText("", ""));
    private boolean begun;

    /** Whether more has to come after this line, because a bracket or a block is open. */
    public boolean add(String line) {
        boolean more = splitter.add(begun ? "\n" + line : line);
        begun = true;
        return more;
    }
}
