package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.NumberText;

/** What to choose from, as tables write it: {@code 1..5}, {@code 0.5..2/0.5}, {@code sin cos exp}, or several of these. */
final class Choices {

    private Choices() { }

    /** Everything there is to choose from. */
    static List<String> of(String text) {
        List<String> choices = new ArrayList<>();
        for (String part : text.trim().split(" +")) {
            int dots = part.indexOf("..");
            if (dots < 0) {
                choices.add(part);
            } else {
                choices.addAll(range(part.substring(0, dots), part.substring(dots + 2)));
            }
        }
        return choices;
    }

    private static List<String> range(String from, String rest) {
        String[] end = rest.split("/");
        double step = end.length == 1 ? 1 : Double.parseDouble(end[1]);
        List<String> numbers = new ArrayList<>();
        int count = (int) Math.round((Double.parseDouble(end[0]) - Double.parseDouble(from)) / step);
        for (int k = 0; k <= count; k++) {
            numbers.add(NumberText.of(Math.round((Double.parseDouble(from) + k * step) * 1e6) / 1e6));
        }
        return numbers;
    }

    /** Numbers to choose from; 0 is left out, because it hides what it is multiplied by. */
    static List<Double> numbers(String text) {
        return of(text).stream().map(Double::parseDouble).filter(number -> number != 0).toList();
    }
}
