/** The forms that other programs read: JSON, CSV, JUnit XML, Markdown. What is written in them is the business of those who use it. */
package nabla.export;
