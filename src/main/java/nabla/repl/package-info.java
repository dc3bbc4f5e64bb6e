/**
 * The session at a prompt. Read {@link nabla.repl.Workspace} first: it is what has been said so far, a graph file, read, translated and judged
 * by the same classes as any other; then {@link nabla.repl.Evaluator}, which takes a line into it, mostly as a {@link nabla.repl.Change}. {@link
 * nabla.repl.SessionState} is what commands look at and change, {@link nabla.repl.Shell} tells lines and commands apart and carries them out,
 * {@link nabla.repl.Console} adds the terminal.
 */
package nabla.repl;
