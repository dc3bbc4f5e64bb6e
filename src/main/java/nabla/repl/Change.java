package nabla.repl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.repl.Answer.Problem;
import nabla.repl.EntryKey.Kind;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.session.Quantity;
import nabla.session.Session;
import nabla.source.Diagnostic;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import nabla.writer.RuleLines;

/**
 * A workspace with new statements. It fails where one of them has an error, or makes an error of another that is not about shapes.
 * Shapes that do not fit are no failure of an older statement: its inputs may be about to change too; nor where inputs are missing.
 */
final class Change {

    private final Workspace before;
    private final ParsedInput typed;
    private final Workspace after;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> remarks;

    Change(Workspace before, ParsedInput typed) {
        this.before = before;
        this.typed = typed;
        this.after = typed.entries().isEmpty() ? before
                : new Workspace(before.program().with(typed.entries(), typed.comments()), before.preferences(), before.folder());
        this.remarks = new ArrayList<>(typed.notes());
        if (after != before) {
            after.draft().diagnostics().forEach(this::sort);
        }
    }

    /** Takes a whole graph file in the place of everything said so far; its wrong claims are kept. */
    static Turn load(Workspace old, SourceText file, Path from) {
        ParsedInput read = ParsedInput.read(file, Set.of());
        if (!read.problems().isEmpty()) {
            return new Turn(old, Answer.failed(read.problems()));
        }
        return new Change(new Workspace(SessionProgram.EMPTY, old.preferences(), from), read).loaded(old);
    }

    private void sort(Diagnostic diagnostic) {
        ProgramEntry entry = after.program().at(diagnostic.span());
        if (entry == null) {
            errors.add(new Problem(new SourceText("", ""), diagnostic));
            return;
        }
        boolean own = typed.entries().contains(entry);
        Problem problem = own ? new Problem(typed.source(), after.program().moved(diagnostic, typed.source(), entry.typed().start()))
                : new Problem(new SourceText("", entry.text()), after.program().moved(diagnostic, new SourceText("", entry.text()), 0));
        if (!diagnostic.isError()) {
            if (own && diagnostic.severity() == Severity.WARNING) {
                remarks.add(problem);
            }
        } else if (!after.draft().isMisfit(diagnostic)) {
            if (own || isNew(diagnostic)) {
                errors.add(problem);
            }
        } else if (missing(entry).isEmpty()) {
            if (own) {
                errors.add(problem);
            } else if (isNew(diagnostic)) {
                remarks.add(new Problem(problem.source(), Diagnostic.warning(problem.diagnostic().span(),
                        problem.diagnostic().message(), problem.diagnostic().hint())));
            }
        }
    }

    private boolean isNew(Diagnostic error) {
        return before.draft().diagnostics().stream().noneMatch(d -> d.message().equals(error.message()));
    }

    private List<String> missing(ProgramEntry entry) {
        return entry.names().stream().flatMap(name -> after.draft().missing(name).stream()).distinct().toList();
    }

    /** The answer to a line. Claims that are wrong are not kept. */
    Turn entered() {
        if (!errors.isEmpty()) {
            return new Turn(before, Answer.failed(errors));
        }
        List<String> lines = new ArrayList<>();
        List<ProgramEntry> wrong = new ArrayList<>();
        List<SessionClaims.Claim> claims = new SessionClaims(after.program(), after.draft()).among(typed.entries());
        Status status = Status.VERIFIED;
        for (SessionClaims.Claim claim : claims) {
            lines.addAll(claim.lines(after.preferences()));
            boolean kept = claim.missing().isEmpty() && claim.report().judgement() != Judgement.WRONG;
            if (!kept) {
                wrong.add(claim.entry());
            }
            status = claim.isWrong() ? Status.WRONG : claim.report().judgement() == Judgement.RIGHT || status == Status.WRONG ? status
                    : Status.UNRESOLVED;
        }
        Workspace kept = wrong.isEmpty() ? after : kept(wrong);
        for (ProgramEntry entry : typed.entries()) {
            status = entry.is(Kind.OPERATION) && isWrong(entry, lines) ? Status.WRONG : status;
        }
        definitions(claims.stream().map(SessionClaims.Claim::entry).toList(), lines);
        updates(lines);
        broken(kept, lines);
        Questions questions = new Questions(kept, typed);
        for (ParsedInput.Question asked : typed.expressions()) {
            Answer answer = questions.answer(asked);
            if (answer.status() != Status.VERIFIED) {
                return new Turn(before, answer);
            }
            lines.addAll(answer.lines());
            remarks.addAll(answer.problems());
        }
        return new Turn(kept, new Answer(status, lines, List.copyOf(remarks)));
    }

    /** Judges the backward lines of an operation that was typed, which may call others. */
    private boolean isWrong(ProgramEntry operation, List<String> lines) {
        StringBuilder text = new StringBuilder(operation.text());
        after.program().entries().stream().filter(entry -> entry != operation && entry.is(Kind.OPERATION))
                .forEach(entry -> text.append('\n').append(entry.text()));
        Report report = new Session(after.preferences().settings(), after.folder()).check(new SourceText("", text.toString()));
        String name = operation.key().name();
        lines.addAll(RuleLines.of(report, name, after.preferences().palette()));
        return report.rules().stream().anyMatch(rule -> rule.op().equals(name) && rule.isWrong());
    }

    /** Without the wrong claims; a right one that a wrong one would have replaced stays. */
    private Workspace kept(List<ProgramEntry> wrong) {
        List<ProgramEntry> others = new ArrayList<>(typed.entries());
        others.removeAll(wrong);
        return others.isEmpty() ? before : new Workspace(before.program().with(others, typed.comments()), before.preferences(), before.folder());
    }

    /** The whole file in the place of {@code old}. */
    private Turn loaded(Workspace old) {
        if (!errors.isEmpty()) {
            return new Turn(old, Answer.failed(errors));
        }
        int wrong = after.wrong().size();
        int count = after.quantities().size();
        List<String> lines = new ArrayList<>(List.of(count + (count == 1 ? " name" : " names")
                + (after.draft().output() == null ? "" : ", output " + after.draft().output())
                + (wrong == 0 ? "" : ", " + wrong + (wrong == 1 ? " claim" : " claims") + " wrong (:check says more)")));
        for (ParsedInput.Question asked : typed.expressions()) {
            lines.addAll(new Questions(after, typed).answer(asked).lines());
        }
        return new Turn(after, new Answer(wrong == 0 ? Status.VERIFIED : Status.WRONG, lines, List.copyOf(remarks)));
    }

    private void definitions(List<ProgramEntry> claims, List<String> lines) {
        QuantityWords words = new QuantityWords(after.preferences());
        for (ProgramEntry entry : typed.entries()) {
            if (!claims.contains(entry) && entry.isShown()) {
                for (String name : entry.names().size() > 1 ? List.of(entry.names().get(entry.names().size() - 1)) : entry.names()) {
                    Quantity quantity = after.quantities().get(name);
                    List<String> missing = quantity != null && quantity.value() != null ? List.of() : after.draft().missing(name);
                    if (quantity != null && quantity.value() != null) {
                        lines.addAll(words.value(name, quantity));
                    } else if (!missing.isEmpty()) {
                        lines.add(name + ": " + QuantityWords.missing(missing) + " yet" + QuantityWords.meant(missing, after.names()));
                    }
                }
            }
        }
    }

    /** What has another value than before, or one at last. */
    private void updates(List<String> lines) {
        QuantityWords words = new QuantityWords(after.preferences());
        Map<String, List<String>> changed = new LinkedHashMap<>();
        Set<String> defined = typed.entries().stream().flatMap(entry -> entry.names().stream()).collect(Collectors.toSet());
        Set<String> known = after == before ? Set.of() : before.names();
        for (Quantity quantity : after == before ? List.<Quantity>of() : after.quantities().values()) {
            boolean typedNow = defined.contains(quantity.name());
            Quantity old = before.quantities().get(quantity.name());
            boolean same = old == null ? !known.contains(quantity.name()) : old.value() != null && old.value().equals(quantity.value());
            if (!typedNow && !quantity.leaf() && quantity.value() != null && !same) {
                changed.put(quantity.name(), words.equation(quantity.name(), quantity));
            }
        }
        int most = 4;
        changed.values().stream().limit(changed.size() > most ? most - 1 : most).forEach(lines::addAll);
        if (changed.size() > most) {
            lines.add("… and " + (changed.size() - most + 1) + " more");
        }
    }

    /** Claims that were right and are no longer. */
    private void broken(Workspace kept, List<String> lines) {
        if (kept == before || kept.draft().claims().isEmpty()) {
            return;
        }
        for (ProgramEntry entry : kept.program().entries()) {
            if (kept.wrong().contains(entry.key()) && !before.wrong().contains(entry.key())) {
                lines.add(entry.text() + "   is no longer right");
            }
        }
    }
}
