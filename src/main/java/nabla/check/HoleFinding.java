package nabla.check;

import nabla.kink.Neighbourhood;
import nabla.verdict.Text;
import nabla.verdict.Verdict;

/** A gradient that is not finite, and what the function does there all the same. */
final class HoleFinding {

    private HoleFinding() { }

    /**
     * For entry k of those that were looked at.
     *
     * @param hole   what the function does close by; null if nobody looked
     * @param origin where values or gradients stop being finite
     */
    static Finding of(Neighbourhood hole, int k, double backprop, String origin) {
        if (hole == null || hole.derivative() == null && hole.subdifferential() == null) {
            return Finding.without(new Verdict.Undefined(origin), backprop);
        }
        String why = "backprop gives " + backprop + ", since " + origin + "; the function's ";
        double[] derivative = hole.derivative();
        if (derivative != null) {
            return new Finding(new Verdict.Undefined(why + "derivative here is " + Text.brief(derivative[k])), backprop, derivative[k], hole.error(), Double.NaN, false);
        }
        double[] slopes = hole.subdifferential().slopes(k);
        return Finding.without(new Verdict.Undefined(why + "slopes here are " + Text.brief(slopes[0]) + " and " + Text.brief(slopes[1])), backprop);
    }
}
