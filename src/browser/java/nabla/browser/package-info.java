/**
 * The pages in a browser, with {@code mvn -B verify -Pbrowser}. Read {@link nabla.browser.Sample} first, the pages that are looked at; then
 * {@link nabla.browser.Browser}, which opens them; then one test.
 */
package nabla.browser;
