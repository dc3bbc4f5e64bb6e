package nabla.repl;

import java.util.function.Supplier;

/** Runs what may fail by a defect of the program: then the result is null, and the defect has been told. */
@FunctionalInterface
public interface GuardedWork {

    Answer run(Supplier<Answer> work);
}
