package nabla.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.op.Functions;

/** What functions of other libraries are called here, by meaning: {@code counterparts.txt}. A name of it is never taken for a slip of the pen. */
final class Counterparts {

    private static final Map<String, Entry> QUALIFIED = new HashMap<>();
    private static final Map<String, Entry> PLAIN = new HashMap<>();

    static {
        read().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(Counterparts::add);
    }

    private Counterparts() { }

    /**
     * What stands for a function.
     *
     * @param templates in the order in which they are tried
     * @param otherwise what is said where none fits; null for nothing
     */
    record Entry(List<String> templates, String otherwise) { }

    private static String read() {
        try (InputStream in = Counterparts.class.getResourceAsStream("counterparts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line) {
        String[] parts = Arrays.stream(line.split(" *\\| *", -1)).map(String::strip).toArray(String[]::new);
        List<String> templates = parts[1].isEmpty() ? List.of() : List.of(parts[1].split(" +; +"));
        Entry entry = new Entry(templates, parts.length > 2 ? parts[2] : null);
        for (String name : parts[0].split(" +")) {
            boolean qualified = name.startsWith("~");
            QUALIFIED.put(qualified ? name.substring(1) : name, entry);
            if (!qualified) {
                PLAIN.put(name, entry);
            }
        }
    }

    /**
     * What stands for the function of a call; null if nothing is known of it.
     *
     * @param name      the last part of its name
     * @param qualified whether something stands before it, as in {@code np.dot} and {@code x.dot}
     */
    static Entry find(String name, boolean qualified) {
        Entry entry = (qualified ? QUALIFIED : PLAIN).get(name);
        if (entry == null) {
            entry = (qualified ? QUALIFIED : PLAIN).get(name.toLowerCase(java.util.Locale.ROOT));
        }
        return entry != null || Functions.find(name) == null ? entry : own(name);
    }

    /** A function that is called the same here. */
    private static Entry own(String name) {
        return new Entry(List.of(name + "({0}, axis={axis})", name + "({0}, axis={1})", name + "({*})", name + "({entries})"), null);
    }
}
