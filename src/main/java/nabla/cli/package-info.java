/**
 * The command line. Read {@link nabla.cli.Main} first; then {@link nabla.cli.Commands}, which there are; {@link nabla.cli.CheckCommand}, the exemplar of a command, with {@link
 * nabla.cli.CheckOptions}; {@link nabla.cli.InputFiles}, what arguments name; {@link nabla.cli.Engine}, what a command asks of the rest of
 * the program.
 */
package nabla.cli;
