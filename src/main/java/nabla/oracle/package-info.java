/**
 * The second oracle: the same graph with more digits or a wider range than doubles have. Read {@link nabla.oracle.Oracle} first,
 * derivatives; then {@link nabla.oracle.ExactValue} and {@link nabla.oracle.WideRange}, values; {@link nabla.oracle.Overflow}, values that only
 * doubles do not have.
 */
package nabla.oracle;
