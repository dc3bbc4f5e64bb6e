package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is made of many things is made of parts with names: nobody has to count which argument is the eleventh. */
class ConstructorsTest {

    private static final int MOST = 8;

    @Test
    void noConstructorHasMoreThanEightArguments() {
        List<String> found = Nabla.CLASSES.stream().filter(one -> !one.getPackageName().endsWith("antlr") && isWritten(one)).flatMap(one -> one.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > MOST).map(constructor -> constructor.getFullName()).sorted().toList();
        assertEquals(List.of(), found);
    }

    /** A lambda has what it remembers as arguments, a constant of an enum its name and its place. */
    private static boolean isWritten(JavaClass one) {
        return !one.isEnum() && !one.isAnonymousClass() && !one.isLocalClass();
    }
}
