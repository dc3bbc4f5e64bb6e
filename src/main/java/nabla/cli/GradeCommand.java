package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.grade.Assignment;
import nabla.grade.Course;
import nabla.grade.CourseHtml;
import nabla.grade.CourseJUnit;
import nabla.grade.CourseJson;
import nabla.grade.CourseMarkdown;
import nabla.grade.CourseText;
import nabla.grade.CourseWriter;
import nabla.grade.Feedback;
import nabla.grade.GradeBooks;
import nabla.grade.Gradescope;
import nabla.grade.Lint;
import nabla.grade.Mark;
import nabla.grade.MarkedSubmission;
import nabla.grade.Outcome;
import nabla.grade.Submissions;
import nabla.grade.Wording;
import nabla.report.Report;
import nabla.session.Session;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.writer.Palette;

/** {@code nabla grade}: reads the problem once, marks every submission, and goes on with the next whatever one of them holds. */
final class GradeCommand {

    private final GradeOptions options;
    private final Terminal terminal;
    private final Defects defects;
    private final Wording wording;
    /** Of a page that tells the solution; else null. */
    private Report problem;

    GradeCommand(GradeOptions options, Terminal terminal, Defects defects) {
        this.options = options;
        this.terminal = terminal;
        this.defects = defects;
        this.wording = new Wording(options.reveal());
    }

    /** The exit code: the most serious of all submissions. */
    int run() throws IOException, UsageError {
        Assignment assignment = problem();
        for (Diagnostic diagnostic : assignment.diagnostics()) {
            if (diagnostic.isError() || !options.layout().quiet()) {
                Excerpt.lines(assignment.source(), diagnostic, terminal.width()).forEach(terminal::say);
            }
        }
        if (!assignment.isReadable()) {
            return Exit.USAGE;
        }
        return options.lint() ? lint(assignment) : mark(assignment);
    }

    private Assignment problem() throws UsageError {
        InputFile entry = InputFile.file(InputFile.path(options.problem()));
        try {
            SourceText source = entry.read();
            if (options.layout().format() == GradeOptions.Format.html && options.reveal()) {
                problem = new Session(options.settings(), entry.folder()).check(source);
            }
            return new Assignment(source, entry.folder(), options.settings(), options.reveal());
        } catch (InputFile.ReadFailure e) {
            throw new UsageError(entry.name(), e.obstacle());
        }
    }

    private int lint(Assignment assignment) throws IOException {
        Lint lint = new Lint(assignment);
        for (String line : lint.lines()) {
            terminal.out().write(Display.visible(line) + "\n");
        }
        return lint.isSound() ? Exit.VERIFIED : Exit.UNRESOLVED;
    }

    private int mark(Assignment assignment) throws IOException, UsageError {
        List<Submissions.SubmissionFile> found = new ArrayList<>();
        for (String argument : options.submissions()) {
            boolean sole = options.layout().format() == GradeOptions.Format.gradescope;
            List<Submissions.SubmissionFile> inside = sole ? List.of(Submissions.sole(InputFile.path(argument))) : Submissions.at(InputFile.path(argument));
            if (inside.isEmpty()) {
                throw new UsageError("nothing was handed in: " + argument + " holds no .grad, .txt or .zip file and no folder");
            }
            found.addAll(inside);
        }
        if (options.layout().format() == GradeOptions.Format.gradescope && found.size() > 1) {
            throw new UsageError("Gradescope marks one submission at a time, and these are " + found.size());
        }
        requireApart(found);
        List<MarkedSubmission> marked = new Marking(assignment, options, defects).all(found);
        String title = options.layout().title() != null ? options.layout().title() : assignment.title();
        Course course = new Course(assignment.source().name(), title, assignment.items(), marked);
        write(course);
        if (options.layout().feedback() != null) {
            feedback(course);
        }
        return exit(course);
    }

    /** Nothing that is read is written over, and feedback is not taken for submissions the next time. */
    private void requireApart(List<Submissions.SubmissionFile> found) throws UsageError, IOException {
        for (Submissions.SubmissionFile one : found) {
            if (options.layout().target() != null && isSame(options.layout().target(), one.path())) {
                throw new UsageError("-o would overwrite " + one.file() + ", which was handed in");
            } else if (options.layout().feedback() != null && isSame(options.layout().feedback(), one.path().toAbsolutePath().getParent())) {
                throw new UsageError("--feedback wants another folder than that of the submissions");
            }
        }
        if (options.layout().target() != null && isSame(options.layout().target(), InputFile.path(options.problem()))) {
            throw new UsageError("-o would overwrite the problem");
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    private void write(Course course) throws IOException {
        if (options.layout().target() == null) {
            writer().write(course, terminal.out());
            return;
        }
        try (Writer out = Terminal.utf8(Files.newOutputStream(options.layout().target()))) {
            writer().write(course, out);
        }
    }

    private CourseWriter writer() {
        return switch (options.layout().format()) {
            case text -> {
                boolean colored = options.layout().color() && options.layout().target() == null && terminal.colored();
                yield new CourseText(wording, options.layout().verbose(), colored ? Palette.ANSI : Palette.PLAIN);
            }
            case json -> new CourseJson(options.reveal());
            case csv -> GradeBooks.SPREADSHEET;
            case canvas -> GradeBooks.CANVAS;
            case moodle -> GradeBooks.MOODLE;
            case md -> new CourseMarkdown();
            case html -> new CourseHtml(wording, options.reveal() ? problem : null);
            case junit -> new CourseJUnit(wording, Instant.now());
            case gradescope -> new Gradescope(wording);
        };
    }

    /** One file each. What learners call their files is no part of a path: only letters, digits and dashes of it are kept. */
    private void feedback(Course course) throws IOException {
        Files.createDirectories(options.layout().feedback());
        boolean markdown = options.layout().format() == GradeOptions.Format.md;
        boolean page = options.layout().format() == GradeOptions.Format.html;
        Feedback feedback = new Feedback(course, wording);
        int number = 1;
        for (MarkedSubmission marked : course.submissions()) {
            String name = marked.submission().learner().name().replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
            String file = String.format(Locale.ROOT, "%03d-%s.%s", number++, name.substring(0, Math.min(40, name.length())),
                    markdown ? "md" : page ? "html" : "txt");
            if (page) {
                try (Writer out = Terminal.utf8(Files.newOutputStream(within(options.layout().feedback(), file)))) {
                    new CourseHtml(wording, null).write(course, marked, out);
                }
                continue;
            }
            List<String> lines = markdown ? feedback.markdown(marked) : feedback.text(marked);
            Files.writeString(within(options.layout().feedback(), file), String.join("\n", lines) + "\n");
        }
    }

    /** A file in a folder; letters that the locale has not are left out. */
    private static Path within(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            return folder.resolve(name.replaceAll("[^\\x00-\\x7F]+-?", "-"));
        }
    }

    private int exit(Course course) {
        int exit = defects.count() > 0 ? Exit.DEFECT : Exit.VERIFIED;
        for (MarkedSubmission marked : course.submissions()) {
            exit = Exit.worse(exit, marked.refused() == null ? Exit.VERIFIED : marked.isRefused() ? Exit.REFUSED : Exit.USAGE);
            exit = Exit.worse(exit, marked.isOffending() ? Exit.REFUSED : marked.isUnreadable() ? Exit.USAGE : Exit.VERIFIED);
            for (Mark mark : marked.marks()) {
                exit = Exit.worse(exit, exit(mark.outcome()));
            }
        }
        return exit;
    }

    private int exit(Outcome outcome) {
        return switch (outcome) {
            case RIGHT, ROUNDED, CONVENTION -> Exit.VERIFIED;
            case FOLLOWS, PARTLY, WRONG, MISSING -> Exit.WRONG;
            case UNDECIDED -> options.settings().strict() ? Exit.WRONG : Exit.UNRESOLVED;
            case UNREADABLE -> Exit.USAGE;
            case REFUSED -> Exit.REFUSED;
        };
    }
}
