package nabla.cli;

import java.nio.file.Path;
import java.util.List;
import nabla.limit.Progress;
import nabla.report.Report;
import nabla.session.OperationInfo;
import nabla.session.Operations;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;

/** The real thing. */
final class SessionEngine implements Engine {

    @Override
    public Report check(SourceText source, Path folder, Settings settings, Progress progress) {
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
