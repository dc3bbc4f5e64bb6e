// Steps through the passes that the page lists. It changes which numbers are shown and what is lit, nothing else.
'use strict';
const steppers = [];
for (const report of document.querySelectorAll('.report')) {
  const steps = Array.from(report.querySelectorAll('.steps li'));
  const graph = report.querySelector('.nabla-graph');
  const picture = report.querySelector('.picture');
  if (!graph || steps.length === 0) continue;
  report.classList.add('stepping');
  const [first, back, next, last] = report.querySelectorAll('.controls button');
  const slider = report.querySelector('.controls input');
  const count = report.querySelector('.count');
  const now = report.querySelector('.now');
  const texts = Array.from(graph.querySelectorAll('.value, .gradient'));
  const whole = texts.map(text => text.textContent);
  slider.max = steps.length;
  let at = steps.length;

  // Only the picture moves, so that the buttons stay where they are.
  const reveal = figure => {
    const seen = picture.getBoundingClientRect();
    const own = figure.getBoundingClientRect();
    const room = 16;
    picture.scrollLeft += Math.max(0, own.right + room - seen.right) || Math.min(0, own.left - room - seen.left);
    picture.scrollTop += Math.max(0, own.bottom + room - seen.bottom) || Math.min(0, own.top - room - seen.top);
  };

  const show = k => {
    at = Math.max(0, Math.min(steps.length, k));
    texts.forEach((text, i) => { text.textContent = at === steps.length ? whole[i] : '–'; });
    steps.slice(0, at).forEach(step => {
      const figure = step.dataset.shows && document.getElementById(step.dataset.shows);
      const text = figure && figure.querySelector('.' + step.dataset.kind);
      if (text && at < steps.length) text.textContent = step.dataset.text;
    });
    graph.querySelectorAll('.lit').forEach(each => each.classList.remove('lit'));
    steps.forEach(step => step.removeAttribute('aria-current'));
    const step = at > 0 ? steps[at - 1] : null;
    now.replaceChildren();
    if (step) {
      step.setAttribute('aria-current', 'step');
      const lit = step.dataset.lit.split(' ');
      lit.map(id => document.getElementById(id)).forEach(figure => { if (figure) { figure.classList.add('lit'); reveal(figure); } });
      graph.querySelectorAll('.arrow').forEach(arrow => {
        if (lit.includes(arrow.dataset.from) && lit.includes(arrow.dataset.to)) arrow.classList.add('lit');
      });
      step.childNodes.forEach(node => now.append(node.cloneNode(true)));
    } else {
      now.textContent = 'Nothing is computed yet.';
    }
    slider.value = at;
    const words = at === 0 ? 'before the forward pass' : step.dataset.pass + ', step ' + step.dataset.number;
    slider.setAttribute('aria-valuetext', words);
    count.textContent = at + ' of ' + steps.length + ': ' + words;
    // A button that is disabled would lose the focus.
    [first, back, next, last].forEach((button, k) => button.setAttribute('aria-disabled', at === (k < 2 ? 0 : steps.length)));
  };

  first.addEventListener('click', () => show(0));
  back.addEventListener('click', () => show(at - 1));
  next.addEventListener('click', () => show(at + 1));
  last.addEventListener('click', () => show(steps.length));
  slider.addEventListener('input', () => show(Number(slider.value)));
  report.addEventListener('keydown', event => {
    const scrolls = event.target.tabIndex >= 0 && event.target.scrollWidth > event.target.clientWidth && !event.target.matches('.figure, button');
    if (scrolls || event.target === slider || event.target.tagName === 'SUMMARY' || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: steps.length }[event.key];
    if (to !== undefined) { show(to); event.preventDefault(); }
  });

  graph.setAttribute('role', 'group');
  for (const figure of graph.querySelectorAll('.figure')) {
    const details = document.getElementById('d' + figure.id);
    if (!details) continue;
    figure.setAttribute('tabindex', '0');
    figure.setAttribute('role', 'button');
    figure.setAttribute('aria-label', 'show the uses of ' + figure.querySelector('.name').textContent);
    const open = () => { details.open = true; details.scrollIntoView({ block: 'nearest' }); details.querySelector('summary').focus(); };
    figure.addEventListener('click', open);
    figure.addEventListener('keydown', event => { if (event.key === 'Enter' || event.key === ' ') { open(); event.preventDefault(); } });
  }
  show(steps.length);
  reveal(document.getElementById(steps[0].dataset.lit.split(' ')[0]));
  steppers.push({ move: by => show(at + by), whole: () => { const before = at; show(steps.length); return () => show(before); } });
}

// Of the only graph the arrows need no focus.
document.addEventListener('keydown', event => {
  if (steppers.length !== 1 || event.target !== document.body || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by) { steppers[0].move(by); event.preventDefault(); }
});

// What is wider than the page can be scrolled with the keyboard too.
const reach = () => document.querySelectorAll('.picture, .wide, .steps, .now, pre, summary ~ *, p, li').forEach(each => {
  if (each.scrollWidth > each.clientWidth && getComputedStyle(each).overflowX === 'auto') each.tabIndex = 0;
  else if (!each.classList.contains('picture')) each.removeAttribute('tabindex');
});
reach();
addEventListener('resize', reach);
document.addEventListener('toggle', reach, true);

// On paper there is nothing to open and nothing to step through.
let unprint = [];
addEventListener('beforeprint', () => {
  const closed = Array.from(document.querySelectorAll('details:not([open])'));
  closed.forEach(details => { details.open = true; });
  unprint = [...steppers.map(stepper => stepper.whole()), () => closed.forEach(details => { details.open = false; })];
});
addEventListener('afterprint', () => { unprint.forEach(undo => undo()); unprint = []; });
