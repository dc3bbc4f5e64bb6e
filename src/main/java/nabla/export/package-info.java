/**
 * The forms that other programs read: JSON, CSV, JUnit XML, Markdown. Whatever stands in them, they stay well-formed and harmless. What is
 * written in them is the business of those who use it.
 */
package nabla.export;
