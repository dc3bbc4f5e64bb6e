package nabla.repl;

/** What a line made of a workspace, and what it is answered with. */
public record Turn(Workspace workspace, Answer answer) { }
