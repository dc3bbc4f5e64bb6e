/**
 * The forms that other programs read: JSON, CSV, JUnit XML, Markdown. Read {@link nabla.export.JsonFields} first, as an example of all.
 * Whatever stands in them, they stay well-formed and harmless. What is written in them is the business of those who use it.
 */
package nabla.export;
