package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The names that a text defines, found before anything is read: whether {@code dz/dx} is a derivative depends on them, and equations stand in
 * any order. Inside an operation there are the operation's own names instead.
 */
final class KnownNames {

    private final Set<String> defined = new HashSet<>();
    /** Defined elsewhere; not copied, for there may be many. */
    private final List<Set<String>> known;
    private final Set<String> operations = new HashSet<>();
    private final Set<String> functions;
    private final boolean operation;

    private KnownNames(List<Set<String>> known, Set<String> functions, boolean operation) {
        this.known = known;
        this.functions = functions;
        this.operation = operation;
    }

    /** The names of a text; {@code known} are defined elsewhere. */
    static KnownNames of(Supplier<Sentence> text, Set<String> known, Set<String> functions) {
        KnownNames names = known(known, functions);
        Network network = null;
        for (Sentence sentence = text.get(); sentence != null; sentence = text.get()) {
            if (sentence.opensBlock()) {
                network = names.head(sentence);
            } else if (sentence.closesBlock()) {
                network = null;
            } else {
                if (network != null) {
                    network.add(sentence);
                }
                names.add(sentence);
            }
        }
        return names;
    }

    /** Names defined elsewhere only. */
    static KnownNames known(Set<String> known, Set<String> functions) {
        return new KnownNames(List.of(known), functions, false);
    }

    /** The names of a text, of its parts; at least one. */
    static KnownNames joined(List<KnownNames> parts) {
        KnownNames first = parts.get(0);
        List<Set<String>> known = new ArrayList<>(first.known);
        parts.forEach(part -> known.add(part.defined));
        KnownNames names = new KnownNames(known, first.functions, false);
        parts.forEach(part -> names.operations.addAll(part.operations));
        return names;
    }

    /** The names of an operation's own. */
    KnownNames inside(Collection<String> own) {
        KnownNames names = new KnownNames(List.of(), functions, true);
        names.defined.addAll(own);
        names.operations.addAll(operations);
        return names;
    }

    /** Whether a name is a node: defined, and no claim about the gradient of another node. */
    boolean isNode(String name) {
        if (!isDefined(name)) {
            return false;
        }
        int d = 0;
        while (d < name.length() && name.charAt(d) == 'd') {
            d++;
        }
        boolean node = isDefined(name.substring(d));
        for (int i = d - 1; i >= 0; i--) {
            node = !node && isDefined(name.substring(i));
        }
        return node;
    }

    private boolean isDefined(String name) {
        if (defined.contains(name)) {
            return true;
        }
        for (Set<String> names : known) {
            if (names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the language has a function of this name. */
    boolean isFunction(String name) {
        return functions.contains(name);
    }

    /** Whether there is a function or an operation of this name. */
    boolean isCallable(String name) {
        return functions.contains(name) || operations.contains(name);
    }

    /** Whether these are the names inside an operation. */
    boolean inOperation() {
        return operation;
    }

    private void add(Sentence sentence) {
        int k = sentence.isName(0, "const") && sentence.type(1) == NAME ? 1 : 0;
        if (sentence.type(k) != NAME) {
            return;
        }
        if (k == 0 && Words.isMapping(sentence.words())) {
            defined.add(sentence.word(0).getText());
            operations.add(sentence.word(0).getText());
            return;
        }
        if (sentence.type(k + 1) == ASSIGN) {
            defined.add(sentence.word(k).getText());
            return;
        }
        boolean unpacks = Words.isUnpacking(sentence.words());
        int last = k;
        while (sentence.type(last + 1) == COMMA && sentence.type(last + 2) == NAME) {
            last += 2;
        }
        if (sentence.type(last + 1) == IN || unpacks) {
            for (int i = k; i <= last; i += 2) {
                defined.add(sentence.word(i).getText());
            }
        }
    }

    private Network head(Sentence head) {
        String name = head.type(1) == NAME ? head.word(1).getText() : null;
        if (head.isName(0, "op") && name != null) {
            operations.add(name);
        }
        return new Network(head.isName(0, "mlp") ? this : null, name == null ? "" : name + ".");
    }

    /** Counts the layers of an {@code mlp} block; the lines of other blocks define nothing outside. */
    private static final class Network {

        private final KnownNames names;
        private final String prefix;
        private int layers;

        private Network(KnownNames names, String prefix) {
            this.names = names;
            this.prefix = prefix;
        }

        private void add(Sentence line) {
            if (names == null) {
                return;
            }
            names.defined.add(prefix + "loss");
            if (line.isName(0, "dense")) {
                layers++;
                for (String node : new String[] {"W", "b", "z", "h", "a"}) {
                    names.defined.add(prefix + node + layers);
                }
            }
        }
    }
}
