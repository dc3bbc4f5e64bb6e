package nabla.cli;

import java.nio.file.Path;
import java.util.List;
import nabla.limit.Progress;
import nabla.report.Report;
import nabla.session.OperationInfo;
import nabla.session.Settings;
import nabla.source.SourceText;

/** What the commands run. */
interface Engine {

    /** Checks one text; its {@code csv} finds files in the folder, which may be null. Several threads may check at once. */
    Report check(SourceText source, Path folder, Settings settings, Progress progress);

    /** Every operation of the language. */
    List<OperationInfo> operations();
}
