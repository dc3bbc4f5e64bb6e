/** What a check found, and its writers. A writer reads the report and nothing else. */
package nabla.report;
