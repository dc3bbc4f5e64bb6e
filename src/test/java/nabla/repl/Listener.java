package nabla.repl;

import java.util.ArrayList;
import java.util.List;

/** A screen of a hundred columns whose reader wants to see everything. */
final class Listener implements Screen {

    private final List<String> steps = new ArrayList<>();
    private final List<String> history = new ArrayList<>();

    @Override
    public int width() {
        return 100;
    }

    @Override
    public boolean step(List<String> lines) {
        steps.addAll(lines);
        steps.add("(Enter)");
        return true;
    }

    /** What was shown step by step since the last call. */
    List<String> steps() {
        List<String> shown = List.copyOf(steps);
        steps.clear();
        return shown;
    }

    void enter(String line) {
        history.add(line);
    }

    @Override
    public List<String> history() {
        return history;
    }
}
