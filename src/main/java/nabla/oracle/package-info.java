/**
 * The second oracle: the same graph with more digits or a wider range than doubles have. Read {@link nabla.oracle.Oracle} first,
 * derivatives; then {@link nabla.oracle.Exact} and {@link nabla.oracle.Wide}, values; {@link nabla.oracle.Overflow}, values that only
 * doubles do not have.
 */
package nabla.oracle;
