/**
 * What makes a page easier to use where scripts run: search, the contents folded on a small screen
 * and following the reader on a large one, everything unfolded on paper. It reads and marks the
 * page it is in, and nothing else. Text only ever goes in as text.
 */
export const pageScript = `
'use strict';
(() => {
  const find = (selector) => document.querySelector(selector);
  const main = find('main');
  const form = find('.search');
  const input = find('.search input');
  const output = find('.search output');
  const contents = find('.contents details');
  let marks = [];
  let at = -1;
  let timer;

  const clear = () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    marks = [];
    at = -1;
  };
  const texts = () => {
    const all = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement.closest('svg, .anchor')) all.push(node);
    return all;
  };
  const mark = (words) => {
    for (const text of texts()) {
      let rest = text;
      for (;;) {
        const start = rest.data.toLowerCase().indexOf(words);
        if (start < 0 || marks.length >= 1000) break;
        const hit = rest.splitText(start);
        rest = hit.splitText(Math.min(words.length, hit.length));
        const element = document.createElement('mark');
        hit.replaceWith(element);
        element.append(hit);
        marks.push(element);
      }
    }
  };
  const go = (step) => {
    if (marks.length === 0) return;
    marks[at]?.classList.remove('now');
    at = (at + step + marks.length) % marks.length;
    const now = marks[at];
    now.classList.add('now');
    for (let up = now.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
    now.scrollIntoView({block: 'center'});
    output.textContent = at + 1 + ' of ' + marks.length;
  };
  const search = () => {
    clear();
    const words = input.value.trim().toLowerCase();
    output.textContent = '';
    if (words.length < 2) return;
    mark(words);
    if (marks.length === 0) output.textContent = 'Not found';
    else go(1);
  };

  form.hidden = false;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(1);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      input.value = '';
      search();
    } else if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      go(-1);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target === input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  const openTarget = () => {
    let id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let up = target.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', openTarget);
  openTarget();

  if (contents) {
    const wide = matchMedia('(min-width: 64rem)');
    contents.open = wide.matches;
    wide.addEventListener('change', () => { contents.open = wide.matches; });
    const links = new Map();
    for (const link of contents.querySelectorAll('a')) links.set(decodeURIComponent(link.hash.slice(1)), link);
    let current;
    const watcher = new IntersectionObserver((entries) => {
      for (const {isIntersecting, target} of entries) {
        if (!isIntersecting) continue;
        current?.removeAttribute('aria-current');
        current = links.get(target.id);
        current?.setAttribute('aria-current', 'true');
      }
    }, {rootMargin: '-10% 0px -75% 0px'});
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading) watcher.observe(heading);
    }
  }

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('main details:not([open])')];
    for (const fold of closed) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false;
  });
})();
`;
