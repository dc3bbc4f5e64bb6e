package nabla.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Argument;

/** A call as another library writes it, and what it is here: {@code np.dot(X.T, dZ)} is {@code X.T @ dZ}. */
record LibraryCall(Construction construction, Expression.Call call) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+|\\*)(;?)\\}");
    /** What says nothing here: two dimensions are always kept, every number is a double. */
    private static final Set<String> IDLE = Set.of("keepdims", "keepdim", "dtype", "out", "requires_grad", "device", "copy", "ndmin", "inplace");

    /** What to write; null if nothing is known. */
    String hint() {
        String function = call.function();
        int dot = function.lastIndexOf('.');
        String last = function.substring(dot + 1);
        Counterparts.Entry entry = Counterparts.find(last, dot >= 0);
        if (entry == null) {
            return null;
        }
        List<String> candidates = new ArrayList<>();
        for (String template : entry.templates()) {
            String code = filled(template, arguments(dot));
            if (code != null) {
                candidates.add(code);
            }
        }
        String code = new Offer(construction).first(candidates);
        return code != null ? "write " + code : entry.otherwise() == null ? null : entry.otherwise().replace("{f}", last);
    }

    /** The arguments, what stands before the dot first where it is a value. */
    private List<Argument> arguments(int dot) {
        List<Argument> arguments = new ArrayList<>(call.arguments());
        String before = dot < 0 ? "" : call.function().substring(0, dot);
        if (construction.scope().isNode(before)) {
            Span whole = call.functionSpan();
            Span span = new Span(whole.line(), whole.column(), whole.start(), whole.start() + before.length());
            arguments.add(0, new Argument(span, null, new Expression.Name(span, before)));
        }
        return arguments;
    }

    /** The template with the arguments in its places; null where one is missing, or one is left over. */
    private String filled(String template, List<Argument> arguments) {
        Set<Argument> unused = new HashSet<>(arguments);
        unused.removeIf(argument -> argument.name() != null && IDLE.contains(argument.name()));
        StringBuilder code = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        while (place.find()) {
            String text = text(place.group(1), place.group(2).isEmpty() ? ", " : "; ", arguments, unused);
            if (text == null) {
                return null;
            }
            boolean alone = isOpen(template, place.start() - 1, "([,=") && isOpen(template, place.end(), ")],");
            boolean whole = place.start() == 0 && (place.end() == template.length() || template.endsWith("}{ignore}"));
            place.appendReplacement(code, Matcher.quoteReplacement(alone || whole ? text : enclosed(text)));
        }
        place.appendTail(code);
        return unused.isEmpty() ? code.toString() : null;
    }

    private static boolean isOpen(String template, int at, String ends) {
        String rest = at < 0 || at >= template.length() ? "" : template.substring(at, at + 1);
        return !rest.isEmpty() && (ends.contains(rest) || rest.equals(" ") && at > 0 && template.charAt(at - 1) == ',');
    }

    private static String enclosed(String text) {
        return text.isEmpty() || text.matches("[\\p{L}\\p{N}_.]+|[^ ]*\\)|\\[.*\\]") && !text.startsWith("-") ? text : "(" + text + ")";
    }

    private String text(String place, String separator, List<Argument> arguments, Set<Argument> unused) {
        switch (place) {
            case "*" -> {
                List<Argument> plain = arguments.stream().filter(argument -> argument.name() == null).toList();
                unused.removeAll(plain);
                return plain.isEmpty() ? null : plain.stream().map(argument -> text(argument.value())).collect(Collectors.joining(separator));
            }
            case "ignore" -> {
                unused.clear();
                return "";
            }
            case "axis" -> {
                Argument axis = named(arguments, Set.of("axis", "dim"));
                unused.remove(axis);
                return axis == null ? null : axis(text(axis.value()));
            }
            case "entries" -> {
                return entries(arguments, 0, separator, unused);
            }
            case "entries1" -> {
                return entries(arguments, 1, separator, unused);
            }
            default -> {
                Argument argument = place.matches("\\d") ? positional(arguments, Integer.parseInt(place)) : named(arguments, Set.of(place));
                unused.remove(argument);
                return argument == null ? null : text(argument.value());
            }
        }
    }

    /** The entries of a list: {@code [X, Y]} for {@code hstack([X, Y])}; along {@code axis=0} below each other. */
    private String entries(List<Argument> arguments, int k, String separator, Set<Argument> unused) {
        Argument list = positional(arguments, k);
        Argument axis = named(arguments, Set.of("axis", "dim"));
        boolean below = axis != null && text(axis.value()).equals("0") || axis == null && separator.equals("; ");
        if (list == null || !(list.value() instanceof Expression.Brackets brackets) || brackets.rows().size() != 1
                || axis != null && below != separator.equals("; ")) {
            return null;
        }
        unused.remove(list);
        unused.remove(axis);
        return brackets.rows().get(0).stream().map(this::text).collect(Collectors.joining(separator));
    }

    /** The last axis is called −1 elsewhere. */
    private static String axis(String written) {
        return written.equals("-1") ? "1" : written.equals("-2") ? "0" : written;
    }

    private static Argument positional(List<Argument> arguments, int k) {
        List<Argument> plain = arguments.stream().filter(argument -> argument.name() == null).toList();
        return k < plain.size() ? plain.get(k) : null;
    }

    private static Argument named(List<Argument> arguments, Set<String> names) {
        return arguments.stream().filter(argument -> argument.name() != null && names.contains(argument.name())).findFirst().orElse(null);
    }

    private String text(Expression expression) {
        String text = construction.text(expression);
        return expression instanceof Expression.Slice ? null : text.replaceAll("\\s+", " ");
    }
}
