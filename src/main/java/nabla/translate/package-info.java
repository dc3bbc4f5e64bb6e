/**
 * From syntax to graph. Read {@link nabla.translate.Translator} first, the whole way; then {@link nabla.translate.Declarations}, what is a
 * definition and what a claim; {@link nabla.translate.Plan}, what each name becomes and in which order; {@link nabla.translate.Definitions}
 * and {@link nabla.translate.Expressions}, which build nodes, each form upon {@link nabla.translate.Construction}; {@link nabla.translate.Environment}, the nodes by name; {@link
 * nabla.translate.Claims}. Operations with backward lines by hand begin at {@link nabla.translate.ScriptOperations}, tables from files at {@link
 * nabla.translate.Sheets}.
 */
package nabla.translate;
