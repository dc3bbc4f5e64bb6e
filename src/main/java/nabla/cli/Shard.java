package nabla.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One of several parts of all files, {@code 2/5}: every fifth from the second on. Together the parts are the whole. */
record Shard(int index, int count) {

    static final Shard WHOLE = new Shard(1, 1);

    static Shard of(String text) throws UsageError {
        Matcher form = Pattern.compile("(\\d{1,6})/(\\d{1,6})").matcher(text);
        if (form.matches()) {
            Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
            if (shard.index >= 1 && shard.index <= shard.count) {
                return shard;
            }
        }
        throw new UsageError("--shard wants for example 1/4: the first of four parts");
    }

    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size()).filter(k -> k % count == index - 1).mapToObj(all::get).toList();
    }
}
