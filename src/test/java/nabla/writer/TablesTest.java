package nabla.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import nabla.report.ClaimReport;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.report.Worst;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Evidence;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** CSV and Markdown. */
class TablesTest {

    private static Report claim(String file, String text) {
        return Samples.of(file, Status.WRONG, new Report.Graph("z", null, null, List.of(), List.of(), 0), List.of(ClaimReport.noted(1, text, Judgement.WRONG, null)));
    }

    @Test
    void csvHasARowForEverythingChecked() throws IOException {
        Golden.expect("all.csv", Golden.written(CsvWriter::new, Samples.practice(), Samples.wrong(), Samples.unreadable(), Samples.refused()));
    }

    @Test
    void csvOfNothingHasItsHeader() {
        assertTrue(Golden.written(CsvWriter::new).startsWith("file,file verdict,kind,name,line,verdict"));
    }

    @Test
    void noCellIsAFormula() throws IOException {
        for (String start : List.of("=", "+", "-", "@")) {
            String csv = Golden.written(CsvWriter::new, claim(start + "cmd|' /C calc'!A0,\"\n\u0007.grad", start + "x"));
            for (CSVRecord row : CSVFormat.RFC4180.parse(new StringReader(csv))) {
                row.forEach(cell -> assertFalse(cell.startsWith(start), cell));
            }
            assertFalse(csv.contains("\u0007"), csv);
        }
    }

    /** A number may begin as a formula does: a spreadsheet has to read it as a number. */
    @Test
    void negativeNumbersStayNumbers() throws IOException {
        Worst worst = new Worst(List.of(0, 0), 1e9, -1.5, 2, 1e-12, null);
        NodeReport x = new NodeReport(new NodeReport.Place("x", true, Role.INPUT, null, 1, null, null),
                new NodeReport.Passes(Shape.SCALAR, Tensor.scalar(1), Tensor.scalar(-1.5)),
                new NodeReport.Verification(Tensor.scalar(2), 1e-12, 1, worst, Evidence.DIFFERENCES, null, new Verdict.Disagreement(null)),
                NodeReport.Details.NONE);
        Report report = Samples.of("a.grad", Status.WRONG, new Report.Graph("z", null, null, List.of(x), List.of(), 0), List.of());
        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(Golden.written(CsvWriter::new, report))).getRecords();
        assertEquals("-1.5", rows.get(1).get(8));
    }

    @Test
    void markdownShowsWhatFailedAndFoldsTheRest() throws IOException {
        Golden.expect("all.md", Golden.written(MarkdownWriter::new, Samples.practice(), Samples.wrong(), Samples.unreadable(), Samples.refused()));
    }

    @Test
    void markdownStaysATableWhateverIsInIt() {
        String text = Golden.written(MarkdownWriter::new, claim("a|b`<script>\u001b[2J.grad", "```\n# x"));
        assertTrue(text.contains("| wrong | a\\|b\\`\\<script\\>\\\\u001b\\[2J.grad |"), text);
        assertTrue(text.contains("````text\n"), text);
        assertFalse(text.contains("\u001b"), text);
    }
}
