package nabla.cli;

import java.util.List;
import nabla.report.Report;
import nabla.session.OperationInfo;
import nabla.session.Settings;
import nabla.source.SourceText;

/** What the commands run. */
interface Engine {

    /** Checks one text. */
    Report check(SourceText source, Settings settings);

    /** Every operation of the language. */
    List<OperationInfo> operations();
}
