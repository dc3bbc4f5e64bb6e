/**
 * The session at a prompt. Read {@link nabla.repl.Workspace} first: it is what has been said so far, answers lines,
 * and knows no terminal. The text
 * it holds is a graph file, read, translated and judged by the same classes as any other. {@link nabla.repl.Shell} adds commands,
 * {@link nabla.repl.Console} the terminal.
 */
package nabla.repl;
