package nabla.writer;

/** The version of the program. A constant, so that saying it reads no file. */
public final class Version {

    public static final String NUMBER = "1.0.0";

    private Version() { }
}
