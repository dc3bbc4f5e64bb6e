package nabla.grade;

import java.io.IOException;
import java.io.Writer;

/** Writes the marks of a course in some form. */
public interface CourseWriter {

    /** Writes the whole document; the stream stays open. */
    void write(Course course, Writer out) throws IOException;
}
