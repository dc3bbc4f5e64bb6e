package nabla.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of a tensor within a region: taken out, put back, copied, compared. */
public record Block(Region region) {

    /** These entries of a tensor as a tensor of their own; all of it is the tensor itself. */
    public Tensor of(Tensor whole) {
        if (region.isAll(whole.shape())) {
            return whole;
        }
        Tensor part = Tensor.zeros(region.shape());
        for (int k = 0; k < region.lines(); k++) {
            System.arraycopy(whole.data(), region.start(whole.shape(), k), part.data(), k * region.columns(), region.columns());
        }
        return part;
    }

    /** Puts a tensor of this size in the place of these entries. */
    public void put(Tensor part, Tensor whole) {
        for (int k = 0; k < region.lines(); k++) {
            System.arraycopy(part.data(), k * region.columns(), whole.data(), region.start(whole.shape(), k), region.columns());
        }
    }

    /** These entries of numbers of another arithmetic. */
    public <T> Numbers<T> of(Numbers<T> whole) {
        if (region.isAll(whole.shape())) {
            return whole;
        }
        List<T> entries = new ArrayList<>(region.area());
        for (int k = 0; k < region.lines(); k++) {
            int start = region.start(whole.shape(), k);
            entries.addAll(whole.entries().subList(start, start + region.columns()));
        }
        return new Numbers<>(region.shape(), entries);
    }

    /** Puts numbers of this size in the place of these entries. */
    public <T> void put(Numbers<T> part, Numbers<T> whole) {
        for (int k = 0; k < part.count(); k++) {
            whole.set(region.entryOf(whole.shape(), k), part.at(k));
        }
    }

    /** Copies these entries from one tensor to another of the same shape. */
    public void copy(Tensor from, Tensor to) {
        for (int k = 0; k < region.lines(); k++) {
            System.arraycopy(from.data(), region.start(from.shape(), k), to.data(), region.start(to.shape(), k), region.columns());
        }
    }

    /** The same of another arithmetic. */
    public <T> void copy(Numbers<T> from, Numbers<T> to) {
        for (int k = 0; k < region.lines(); k++) {
            int start = region.start(from.shape(), k);
            for (int entry = start; entry < start + region.columns(); entry++) {
                to.set(entry, from.at(entry));
            }
        }
    }

    /** Whether two tensors of the same shape are equal here, to the last bit. */
    public boolean isSame(Tensor a, Tensor b) {
        for (int k = 0; k < region.lines(); k++) {
            int start = region.start(a.shape(), k);
            if (!Arrays.equals(a.data(), start, start + region.columns(), b.data(), start, start + region.columns())) {
                return false;
            }
        }
        return true;
    }
}
