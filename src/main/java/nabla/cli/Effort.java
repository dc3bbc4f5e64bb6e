package nabla.cli;

import java.time.Duration;

/**
 * What a command may take of the machine.
 *
 * @param threads how many work at once
 * @param limit   the CPU time of one file; null for as long as it takes
 */
record Effort(int threads, Duration limit) { }
