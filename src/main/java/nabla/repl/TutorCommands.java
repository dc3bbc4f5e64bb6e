package nabla.repl;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.exercise.ExerciseSheet;
import nabla.exercise.Reply;
import nabla.exercise.UnclearRequest;
import nabla.report.Derivation;
import nabla.report.Report.Status;
import nabla.session.Derivations;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.writer.DerivationText;
import nabla.writer.Palette;

/** Commands that teach: derivations and exercises. While an exercise is open, lines are answers to it. */
final class TutorCommands {

    private static final Pattern QUOTIENT = Pattern.compile("[d∂]([\\p{L}_][\\p{L}\\p{N}_.]*)/[d∂]([\\p{L}_][\\p{L}\\p{N}_.]*)");
    private static final Pattern GRADIENT = Pattern.compile("[d∂]([\\p{L}_][\\p{L}\\p{N}_.]*)");
    private static final Pattern CALL = Pattern.compile("grad\\(\\s*([\\p{L}\\p{N}_.]+)\\s*,\\s*([\\p{L}\\p{N}_.]+)\\s*\\)");

    private static final String INTRODUCTION = "Type it, or :hint for help, :solution to see it, :leave to stop; :next puts another one.";

    private TutorCommands() { }

    /** An answer to the open exercise. */
    static Answer answer(SessionState state, String line) {
        String command = Command.hint(line);
        if (command != null) {
            return Answer.failed(line + " is no answer", command);
        }
        return line.isEmpty() ? Answer.NONE : reply(state, state.tutor().answer(line));
    }

    static Answer leave(SessionState state) {
        if (state.tutor().exercise() == null) {
            return Answer.failed("no exercise is open", ":exercise puts one");
        }
        state.leave();
        return Answer.NONE;
    }

    static Answer reply(SessionState state, Reply reply) {
        Palette palette = state.workspace().preferences().palette();
        List<String> lines = new ArrayList<>();
        for (Reply.Line line : reply.lines()) {
            lines.add(switch (line.tone()) {
                case GOOD -> palette.good(line.text());
                case BAD -> palette.bad(line.text());
                case HINT -> palette.open(line.text());
                default -> line.text();
            });
        }
        state.attend(reply.outcome());
        if (reply.outcome() == Reply.Outcome.ASKED && !state.introduce()) {
            lines.add(INTRODUCTION);
        }
        Status status = switch (reply.outcome()) {
            case WRONG -> Status.WRONG;
            case UNREADABLE -> Status.UNREADABLE;
            default -> Status.VERIFIED;
        };
        return new Answer(status, lines, List.of());
    }

    static Answer sheet(SessionState state, String words) {
        try {
            ExerciseSheet sheet = state.tutor().sheet(words);
            for (String name : List.of(sheet.file(), sheet.answers())) {
                if (Files.exists(Path.of(name))) {
                    throw new FileAlreadyExistsException(name);
                }
            }
            Files.writeString(Path.of(sheet.file()), sheet.exercises(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.writeString(Path.of(sheet.answers()), sheet.solutions(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Answer.of("written: " + sheet.file() + ", and the solutions in " + sheet.answers());
        } catch (UnclearRequest e) {
            return Answer.failed(e.getMessage(), ":sheet 10 chain-rule-3 --latex");
        } catch (FileAlreadyExistsException e) {
            return Answer.failed(e.getMessage() + " exists already", "rename it first");
        } catch (IOException e) {
            return Answer.failed("the sheet cannot be written: " + Storage.reason(e), null);
        }
    }

    static Answer explain(SessionState state, String wanted) {
        String derivative = wanted.replaceAll("\\s*/\\s*", "/");
        Matcher quotient = QUOTIENT.matcher(derivative);
        Matcher gradient = GRADIENT.matcher(derivative);
        Matcher call = CALL.matcher(derivative);
        if (quotient.matches()) {
            return explain(state, quotient.group(1), quotient.group(2));
        } else if (call.matches()) {
            return explain(state, call.group(1), call.group(2));
        } else if (gradient.matches() && state.scene().names().contains(gradient.group(1))) {
            return explain(state, null, gradient.group(1));
        }
        return Answer.failed(wanted.isEmpty() ? "explain which derivative?" : "explain wants a derivative, not " + wanted, ":explain dz/dx");
    }

    private static Answer explain(SessionState state, String of, String by) {
        Workspace workspace = state.scene();
        if (state.isAsked() && (of == null || of.equals(state.tutor().exercise().of())) && by.equals(state.tutor().exercise().by())) {
            return DisplayCommands.tells(state, ":explain");
        }
        for (String name : of == null ? List.of(by) : List.of(of, by)) {
            if (!workspace.names().contains(name)) {
                return Answer.failed("nothing is called " + name, ":vars lists what there is");
            }
        }
        SourceText source = new SourceText("session", workspace.text());
        Derivations.Outcome outcome = new Derivations(of, List.of(by), false).of(source, workspace.folder(), workspace.preferences().settings());
        List<String> lines = new ArrayList<>();
        for (Diagnostic diagnostic : outcome.diagnostics()) {
            if (diagnostic.severity() != Diagnostic.Severity.NOTE) {
                lines.addAll(Excerpt.lines(source, diagnostic));
            }
        }
        for (Derivation derivation : outcome.derivations()) {
            lines.addAll(DerivationText.lines(derivation));
        }
        return new Answer(outcome.status(), lines, List.of());
    }
}
