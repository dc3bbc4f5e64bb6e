package nabla.cli;

import nabla.report.Report;
import nabla.session.Settings;
import nabla.source.SourceText;

/** What the commands run. */
interface Engine {

    /** Checks one text. */
    Report check(SourceText source, Settings settings);
}
