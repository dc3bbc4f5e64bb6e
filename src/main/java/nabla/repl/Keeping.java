package nabla.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nabla.formula.NumberText;
import nabla.repl.Command.Kind;
import nabla.report.Palette;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.SourceText;

/** The commands that change something. */
final class Keeping {

    static final List<Command> COMMANDS = List.of(
            new Command("set", "[NAME VALUE]", "digits, tolerance, seed or colour", Kind.SETTING, Keeping::set),
            new Command("undo", "", "take the last change back", Kind.NONE, (shell, none) -> moved(shell, shell.undo(), "undo")),
            new Command("redo", "", "take the last :undo back", Kind.NONE, (shell, none) -> moved(shell, shell.redo(), "redo")),
            new Command("drop", "NAME", "forget a definition, a block, a claim", Kind.NAME, Keeping::drop),
            new Command("reset", "", "forget everything; :undo brings it back", Kind.NONE, Keeping::reset),
            new Command("save", "FILE", "write a graph file; nabla check reads it", Kind.FILE, Storage::save),
            new Command("load", "FILE", "go on from a graph file", Kind.FILE, Storage::load),
            new Command("history", "[N]", "the last lines entered", Kind.NONE, Keeping::history),
            new Command("quit", "", "end the session (or Ctrl-D)", Kind.NONE, Keeping::quit));

    private static final Pattern NUMBER = Pattern.compile("\\d{0,20}\\.?\\d{1,20}([eE][+-]?\\d{1,3})?");
    private static final int LINES = 20;
    private static final int MOST = 4;

    private Keeping() { }

    private static Answer moved(Shell shell, Workspace left, String what) {
        if (left == null) {
            return Answer.failed("there is nothing to " + what, null);
        }
        List<String> lines = new ArrayList<>();
        difference("gone: ", left, shell.workspace(), lines);
        difference("back: ", shell.workspace(), left, lines);
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

    private static Answer drop(Shell shell, String name) {
        Workspace without = shell.workspace().without(name);
        if (without == null) {
            return Answer.failed(name.isEmpty() ? "drop what?" : "nothing called " + name + " was defined here", ":vars lists what there is");
        }
        shell.change(without);
        List<String> lines = new ArrayList<>();
        if (without.draft().free().contains(name)) {
            lines.add(QuantityWords.missing(List.of(name)) + " now");
        }
        for (Diagnostic diagnostic : without.draft().diagnostics()) {
            ProgramEntry entry = without.program().at(diagnostic.span());
            if (diagnostic.severity() == Diagnostic.Severity.ERROR && entry != null) {
                lines.add(entry.key() + " has no value now: " + diagnostic.message());
            }
        }
        return Answer.of(lines);
    }

    private static Answer reset(Shell shell, String none) {
        shell.change(Workspace.empty(shell.workspace().preferences(), shell.workspace().folder()));
        return Answer.NONE;
    }

    private static Answer quit(Shell shell, String none) {
        shell.quit();
        return Answer.NONE;
    }

    private static Answer history(Shell shell, String argument) {
        if (!argument.matches("([1-9]\\d{0,5})?")) {
            return Answer.failed(":history wants the number of lines to show", ":history 10");
        }
        List<String> all = shell.screen().history();
        int wanted = argument.isEmpty() ? LINES : Integer.parseInt(argument);
        return Answer.of(all.subList(Math.max(0, all.size() - wanted), all.size()).stream().map(Display::visible).toList());
    }

    private static Answer set(Shell shell, String argument) {
        Preferences now = shell.workspace().preferences();
        String[] parts = argument.split("\\s+");
        if (argument.isEmpty()) {
            return Answer.of("digits " + now.digits(), "tolerance " + NumberText.of(now.tolerance()), "seed " + shell.workspace().draft().seed(),
                    "colour " + (now.palette() == Palette.ANSI ? "on" : "off"));
        } else if (parts.length != 2) {
            return Answer.failed(":set wants a setting (digits, tolerance, seed or colour) and a value", ":set digits 4");
        }
        return set(shell, now, parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }

    private static Answer set(Shell shell, Preferences now, String setting, String value) {
        switch (setting) {
            case "digits" -> {
                int digits = value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
                if (digits < 1 || digits > Preferences.MOST_DIGITS) {
                    return Answer.failed("digits wants a number from 1 to " + Preferences.MOST_DIGITS, ":set digits 4");
                }
                shell.prefer(new Preferences(digits, now.tolerance(), now.palette()));
            }
            case "tolerance" -> {
                double tolerance = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : 0;
                if (!(tolerance > 0 && tolerance < 1)) {
                    return Answer.failed("tolerance wants a number between 0 and 1", ":set tolerance 1e-6");
                }
                shell.prefer(new Preferences(now.digits(), tolerance, now.palette()));
            }
            case "colour", "color" -> {
                if (!value.equals("on") && !value.equals("off")) {
                    return Answer.failed("colour is on or off", ":set colour off");
                }
                shell.prefer(new Preferences(now.digits(), now.tolerance(), value.equals("on") ? Palette.ANSI : Palette.PLAIN));
            }
            case "seed" -> {
                return shell.enter(new SourceText("", "seed " + value));
            }
            default -> {
                return Answer.failed("there is no setting " + setting, "digits, tolerance, seed or colour");
            }
        }
        return Answer.NONE;
    }
}
