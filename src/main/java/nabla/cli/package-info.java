/** The command line. */
package nabla.cli;
