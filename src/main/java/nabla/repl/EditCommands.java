package nabla.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nabla.formula.NumberText;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.SourceText;
import nabla.writer.Palette;

/** Commands that change what was said, or how it is shown. */
final class EditCommands {

    private static final Pattern NUMBER = Pattern.compile("\\d{0,20}\\.?\\d{1,20}([eE][+-]?\\d{1,3})?");
    private static final int LINES = 20;
    private static final int MOST = 4;

    private EditCommands() { }

    static Answer moved(SessionState state, Workspace left, String what) {
        if (left == null) {
            return Answer.failed("there is nothing to " + what, null);
        }
        List<String> lines = new ArrayList<>();
        difference("gone: ", left, state.workspace(), lines);
        difference("back: ", state.workspace(), left, lines);
        return Answer.of(lines);
    }

    /** The statements of one workspace that another has not, each by its first line. */
    private static void difference(String start, Workspace one, Workspace other, List<String> lines) {
        Set<ProgramEntry> kept = new HashSet<>(other.program().entries());
        List<String> texts = one.program().entries().stream().filter(entry -> !kept.contains(entry))
                .map(entry -> entry.text().lines().findFirst().orElse("")).toList();
        if (!texts.isEmpty()) {
            lines.add(start + (texts.size() <= MOST ? String.join("; ", texts) : texts.size() + " lines"));
        }
    }

    static Answer drop(SessionState state, String name) {
        Workspace without = state.workspace().without(name);
        if (without == null) {
            return Answer.failed(name.isEmpty() ? "drop what?" : "nothing called " + name + " was defined here", ":vars lists what there is");
        }
        state.change(without);
        List<String> lines = new ArrayList<>();
        if (without.draft().free().contains(name)) {
            lines.add(QuantityWords.missing(List.of(name)) + " now");
        }
        for (Diagnostic diagnostic : without.draft().diagnostics()) {
            ProgramEntry entry = without.program().at(diagnostic.span());
            if (diagnostic.isError() && entry != null) {
                lines.add(entry.key() + " has no value now: " + diagnostic.message());
            }
        }
        return Answer.of(lines);
    }

    static Answer reset(SessionState state) {
        state.change(Workspace.empty(state.workspace().preferences(), state.workspace().folder()));
        return Answer.NONE;
    }

    static Answer quit(SessionState state) {
        state.quit();
        return Answer.NONE;
    }

    static Answer history(SessionState state, String argument) {
        if (!argument.matches("([1-9]\\d{0,5})?")) {
            return Answer.failed(":history wants the number of lines to show", ":history 10");
        }
        List<String> all = state.screen().history();
        int wanted = argument.isEmpty() ? LINES : Integer.parseInt(argument);
        return Answer.of(all.subList(Math.max(0, all.size() - wanted), all.size()).stream().map(Display::visible).toList());
    }

    static Answer set(SessionState state, String argument) {
        Preferences now = state.workspace().preferences();
        String[] parts = argument.split("\\s+");
        if (argument.isEmpty()) {
            return Answer.of("digits " + now.digits(), "tolerance " + NumberText.of(now.tolerance()), "seed " + state.workspace().draft().seed(),
                    "colour " + (now.palette() == Palette.ANSI ? "on" : "off"));
        } else if (parts.length != 2) {
            return Answer.failed(":set wants a setting (digits, tolerance, seed or colour) and a value", ":set digits 4");
        }
        return set(state, now, parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }

    private static Answer set(SessionState state, Preferences now, String setting, String value) {
        switch (setting) {
            case "digits" -> {
                int digits = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
                if (digits < 1 || digits > Preferences.MOST_DIGITS) {
                    return Answer.failed("digits wants a number from 1 to " + Preferences.MOST_DIGITS, ":set digits 4");
                }
                state.prefer(new Preferences(digits, now.tolerance(), now.palette()));
            }
            case "tolerance" -> {
                double tolerance = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : 0;
                if (!(tolerance > 0 && tolerance < 1)) {
                    return Answer.failed("tolerance wants a number between 0 and 1", ":set tolerance 1e-6");
                }
                state.prefer(new Preferences(now.digits(), tolerance, now.palette()));
            }
            case "colour", "color" -> {
                if (!value.equals("on") && !value.equals("off")) {
                    return Answer.failed("colour is on or off", ":set colour off");
                }
                state.prefer(new Preferences(now.digits(), now.tolerance(), value.equals("on") ? Palette.ANSI : Palette.PLAIN));
            }
            case "seed" -> {
                return state.enter(new SourceText("", "seed " + value));
            }
            default -> {
                return Answer.failed("there is no setting " + setting, "digits, tolerance, seed or colour");
            }
        }
        return Answer.NONE;
    }
}
