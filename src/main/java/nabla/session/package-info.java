/**
 * The public API. Read {@link nabla.session.Session} first: a text becomes a report; then {@link nabla.session.Settings}. {@link
 * nabla.session.Draft} is a text that is still being written, {@link nabla.session.Examiner} judges answers from elsewhere, {@link
 * nabla.session.Derivations} works derivatives out, {@link nabla.session.Trainer} trains networks, {@link nabla.session.Operations} tells
 * about functions.
 */
package nabla.session;
