package nabla.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;

/**
 * What terminals of a type can do, as the library for terminals knows it: to read that where it keeps it takes as long as to start Java, so the
 * launcher has it written in a form that is quickly read. A line is a kind, the name of the capability, and its value.
 *
 * @param flags   what is there
 * @param numbers what is counted
 * @param strings what is sent and received, as the library keeps it: escaped
 */
record Capabilities(Set<Capability> flags, Map<Capability, Integer> numbers, Map<Capability, String> strings) {

    private static final char FLAG = 'f';
    private static final char NUMBER = 'n';
    private static final char STRING = 's';

    Capabilities() {
        this(EnumSet.noneOf(Capability.class), new EnumMap<>(Capability.class), new EnumMap<>(Capability.class));
    }

    /** Writes those of a type to its file in a folder, if the library knows the type. */
    static void keep(Path folder, String type) throws IOException {
        String known = InfoCmp.getDefaultInfoCmp(type);
        if (known == null) {
            return;
        }
        Capabilities all = new Capabilities();
        InfoCmp.parseInfoCmp(known, all.flags, all.numbers, all.strings);
        List<String> lines = new ArrayList<>();
        all.flags.forEach(name -> lines.add(FLAG + " " + name));
        all.numbers.forEach((name, number) -> lines.add(NUMBER + " " + name + " " + number));
        all.strings.forEach((name, string) -> lines.add(STRING + " " + name + " " + string));
        Files.write(folder.resolve(type), lines);
    }

    /** Those of a type, from its file in a folder; null if there is none that can be read. */
    static Capabilities of(Path folder, String type) {
        try {
            Path file = folder.resolve(type);
            if (!Files.isRegularFile(file)) {
                return null;
            }
            Capabilities all = new Capabilities();
            for (String line : Files.readAllLines(file)) {
                all.add(line);
            }
            return all;
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private void add(String line) {
        int end = line.indexOf(' ', 2) < 0 ? line.length() : line.indexOf(' ', 2);
        Capability name = Capability.valueOf(line.substring(2, end));
        switch (line.charAt(0)) {
            case FLAG -> flags.add(name);
            case NUMBER -> numbers.put(name, Integer.valueOf(line.substring(end + 1)));
            case STRING -> strings.put(name, line.substring(end + 1));
            default -> throw new IllegalArgumentException(line);
        }
    }
}
