package nabla.report;

import java.util.Arrays;

/** Codes of mistakes as tables of tests write them. */
public final class TestCodes {

    private TestCodes() { }

    /** The code that is written so. */
    public static MistakeCode of(String text) {
        return Arrays.stream(MistakeCode.values()).filter(code -> code.toString().equals(text)).findFirst().orElseThrow(() -> new AssertionError("no code " + text));
    }
}
