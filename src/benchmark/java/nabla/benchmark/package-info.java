/**
 * How long things take, one class for each kind of work. They are compiled with the tests and run by {@code mvn -B verify -Pbenchmark},
 * some of them with {@code -Dbenchmarks=NetworkBenchmark}; {@link Workload} writes the graphs they check.
 */
package nabla.benchmark;
