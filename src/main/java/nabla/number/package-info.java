/**
 * Numbers of more digits than a double has, for the second oracle. Read {@link nabla.number.DoubleDouble} first: two doubles, quick; then
 * {@link nabla.number.BigFloat}: 60 digits and more. Both are what Commons Math calls a field element, so the kernels of all operations run
 * on them.
 */
package nabla.number;
