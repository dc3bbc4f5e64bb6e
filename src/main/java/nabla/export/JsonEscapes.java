package nabla.export;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import nabla.source.Display;

/** Escapes what JSON allows in the clear but a terminal does not bear: control, bidirectional and broken characters. */
final class JsonEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[0x7F] = ESCAPE_STANDARD;
        return codes;
    }

    /** Asked for each UTF-16 unit; half of a pair is escaped too, which JSON reads back as the pair. */
    @Override
    public SerializableString getEscapeSequence(int unit) {
        return Display.isUnsafe(unit) ? new SerializedString(Display.escape(unit)) : null;
    }
}
