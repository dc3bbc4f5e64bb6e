package nabla.cli;

import java.nio.file.Path;
import java.util.List;
import nabla.check.Progress;
import nabla.report.Report;
import nabla.session.OperationInfo;
import nabla.session.Operations;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;

/** The real thing. */
final class SessionEngine implements Engine {

    private final Progress progress;

    /** Checks that tell how far they have come. */
    SessionEngine(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Report check(SourceText source, Path folder, Settings settings) {
        try {
            return new Session(settings, folder, progress).check(source);
        } finally {
            progress.end();
        }
    }

    @Override
    public List<OperationInfo> operations() {
        return Operations.all();
    }
}
