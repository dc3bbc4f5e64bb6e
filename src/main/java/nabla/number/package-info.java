/**
 * Numbers of more digits than a double has, for the second oracle. Read {@link nabla.number.Real} first, what kernels need of a number; then
 * {@link nabla.number.DoubleDouble}: two doubles, quick; then {@link nabla.number.BigFloat}: 60 digits and more. (The double-double numbers
 * of Commons Numbers have no exp, log, sin or atan, and lose infinities, which kernels rely on.)
 */
package nabla.number;
