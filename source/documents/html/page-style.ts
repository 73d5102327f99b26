import {cardStyle, tableStyle} from './table-style.ts';

/**
 * The look of a page on a screen of any width, in light and dark, and on paper. No font is loaded:
 * each system's own face for text is the one its people read best.
 */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2733; --soft: #4f5d6b; --faint: #f3f6f8; --rule: #d8e0e6;
  --accent: #0b5a7a; --accent-faint: #e3f0f6; --mark: #ffe08a; --mark-now: #ffb347;
  --good: #1b6b3a; --doubtful: #855200; --bad: #a8201a; --quiet: #4f5d6b;
  --_text: #1d2733; --_text-sec: #4a5866; --_text-muted: #4a5866; --_text-faint: #667585;
  --_line: #667585; --_arrow: #33414e; --_node-fill: #f2f6f9; --_node-stroke: #9fb0be;
  --_group-fill: #ffffff; --_group-hdr: #e6edf2; --_inner-stroke: #c9d4dc; --_key-badge: #e6edf2;
  --bg: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12181e; --ink: #dfe6ec; --soft: #a5b3c0; --faint: #1b242c; --rule: #33414d;
    --accent: #7cc4e4; --accent-faint: #17303d; --mark: #6b5200; --mark-now: #9a5b00;
    --good: #79cf97; --doubtful: #e8b45c; --bad: #ff938a; --quiet: #a5b3c0;
    --_text: #dfe6ec; --_text-sec: #b5c1cb; --_text-muted: #b5c1cb; --_text-faint: #8a99a6;
    --_line: #8a99a6; --_arrow: #c3ced7; --_node-fill: #1f2a33; --_node-stroke: #5b6c7a;
    --_group-fill: #161e25; --_group-hdr: #22303a; --_inner-stroke: #44535f;
    --_key-badge: #2a3843; --bg: #12181e;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', sans-serif;
  font-variant-numeric: tabular-nums;
}
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; top: 0; z-index: 3; padding: .6rem 1rem; background: var(--accent); color: var(--paper); }
.skip:focus { left: 0; }

.bar {
  position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .4rem 1.5rem;
  align-items: center; justify-content: space-between;
  padding: .55rem calc(max(0px, (100% - 78rem) / 2) + clamp(1rem, 4vw, 2.5rem));
  background: var(--paper); border-bottom: 1px solid var(--rule); font-size: .9rem;
}
.bar > p { margin: 0; color: var(--soft); font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; flex: 1 1 12rem; }
.search { display: flex; align-items: center; gap: .5rem; flex: 0 1 auto; }
.search[hidden] { display: none; }
.search input { font: inherit; color: inherit; background: var(--faint); border: 1px solid var(--soft); border-radius: 6px; padding: .3rem .6rem; width: min(15rem, 50vw); }
.search button { font: inherit; color: var(--accent); background: none; border: 1px solid var(--soft); border-radius: 6px; padding: .3rem .7rem; cursor: pointer; }
.search button:hover { background: var(--accent-faint); }
.search output { color: var(--soft); min-width: 4.5rem; white-space: nowrap; }

.page { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3rem; max-width: 78rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
.contents { font-size: .9rem; line-height: 1.4; padding-top: 1.25rem; }
.contents summary { font-weight: 700; cursor: pointer; padding: .25rem 0; }
.contents ul { list-style: none; margin: 0; padding: 0; }
.contents ul ul { padding-left: .9rem; margin-bottom: .3rem; border-left: 1px solid var(--rule); }
.contents a { display: block; padding: .28rem 0; text-decoration: none; color: var(--ink); }
.contents ul ul a { color: var(--soft); }
.contents a:hover, .contents a[aria-current] { color: var(--accent); text-decoration: underline; }
.contents a[aria-current] { font-weight: 600; }
@media (min-width: 64rem) {
  .page:has(> .contents) { grid-template-columns: 17rem minmax(0, 1fr); }
  .contents { position: sticky; top: 3rem; align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; padding-bottom: 2rem; }
}

main { padding: 1.75rem 0 3rem; min-width: 0; max-width: 52rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 2em 0 .6em; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2vw, 2.4rem); letter-spacing: -.015em; margin: 0 0 1rem; }
h2 { font-size: 1.45rem; margin-top: 1.9em; padding-top: .8em; border-top: 2px solid var(--rule); letter-spacing: -.01em; }
h3 { font-size: 1.15rem; }
h4 { font-size: 1rem; }
h5, h6 { font-size: 1rem; color: var(--soft); }
section > :first-child { scroll-margin-top: 4.5rem; }
.anchor { margin-left: .4em; font-weight: 400; text-decoration: none; color: var(--soft); opacity: 0; }
:is(h2, h3, h4, h5, h6):hover > .anchor, .anchor:focus { opacity: 1; }
p, ul, ol, dl, blockquote, pre, figure, .table, details { margin: 0 0 1em; }
p, li { max-width: 44rem; }
ul, ol { padding-left: 1.4em; }
li { margin: .2em 0; }
li > p { margin-bottom: .4em; }
.task { list-style: none; margin-left: -1.4em; }
blockquote { border-left: 3px solid var(--rule); padding-left: 1em; color: var(--soft); margin-left: 0; }
.caution { border: 2px solid var(--bad); border-left-width: .5rem; border-radius: 6px; padding: .7rem 1rem; margin: 0 0 1em; max-width: 44rem; }
.caution > :last-child { margin-bottom: 0; } .caution strong:first-child { color: var(--bad); }
hr { border: 0; border-top: 1px solid var(--rule); margin: 2em 0; }
code, pre, kbd { font-family: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .88em; }
:not(pre) > code { background: var(--faint); border-radius: 4px; padding: .1em .3em; overflow-wrap: anywhere; }
pre { background: var(--faint); border: 1px solid var(--rule); border-radius: 6px; padding: .8rem 1rem; overflow-x: auto; line-height: 1.5; tab-size: 4; max-height: 34rem; }
pre code { font-size: inherit; }
.note { color: var(--soft); font-size: .92em; }

${tableStyle}
.facts { margin-bottom: 2rem; }
.facts table { width: auto; min-width: min(100%, 30rem); }
.facts th { color: var(--soft); font-weight: 500; padding-right: 2rem; white-space: nowrap; }
.facts thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

.badge { display: inline-block; padding: .1em .6em; margin-right: .4em; border: 1.5px solid currentColor; border-radius: 6px; font-weight: 700; text-transform: uppercase; letter-spacing: .03em; font-size: .85em; line-height: 1.5; white-space: nowrap; }
.badge::before { content: '●' / ''; margin-right: .4em; }
.badge.doubtful::before { content: '◆' / ''; } .badge.bad::before { content: '■' / ''; } .badge.quiet::before { content: '○' / ''; }
.state { font-weight: 600; white-space: nowrap; }
.state::before { content: ''; display: inline-block; width: .55em; height: .55em; border-radius: 50%; margin-right: .45em; background: currentColor; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.good { color: var(--good); } .doubtful { color: var(--doubtful); } .bad { color: var(--bad); } .quiet { color: var(--quiet); }
.state.bad::before { border-radius: 1px; }
.state.doubtful::before { border-radius: 1px; transform: rotate(45deg); }
.state.quiet::before { background: none; border: 1.5px solid currentColor; }

.fold { border: 1px solid var(--rule); border-radius: 8px; padding: 0 1rem; margin-bottom: .6rem; }
.fold > summary { cursor: pointer; padding: .55rem 0; display: flex; gap: .75rem; align-items: baseline; justify-content: space-between; list-style: none; }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary > :is(h3, h4, h5, h6, span:first-child) { margin: 0; font-size: 1rem; font-weight: 600; min-width: 0; }
.fold > summary > :first-child::before { content: '▸' / ''; color: var(--soft); display: inline-block; width: 1.1em; }
.fold[open] > summary > :first-child::before { content: '▾' / ''; }
.fold > summary:hover { color: var(--accent); }
.text-of { font-size: .9rem; }
.text-of summary { cursor: pointer; color: var(--soft); }

.diagram { overflow-x: auto; border: 1px solid var(--rule); border-radius: 8px; padding: 1rem; }
.diagram svg { display: block; max-width: 100%; height: auto; margin: 0 auto; font-family: system-ui, sans-serif; }
.diagram figcaption { margin-top: .6rem; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
mark.now { background: var(--mark-now); outline: 2px solid var(--mark-now); }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer p { margin: 0 auto; }
footer { border-top: 1px solid var(--rule); padding: 1rem clamp(1rem, 4vw, 2.5rem) 2rem; color: var(--soft); font-size: .9rem; text-align: center; }

@media (max-width: 60rem) {${cardStyle('.many')}
}
@media (max-width: 40rem) {
  .page { padding: 0 1rem; }
  .facts th { padding-right: 1rem; white-space: normal; overflow-wrap: break-word; }
  .bar { position: static; }
  html, section > :first-child { scroll-padding-top: 0; scroll-margin-top: 0; }
  .search input { width: 100%; flex: 1; }
  .search { flex: 1 1 100%; }
  .diagram svg { max-width: none; }
  .text, .long { min-width: 7rem; }
${cardStyle('.cards')}
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

@page { size: A4; margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8.5pt sans-serif; color: #4f5d6b; } }
section > hr:last-child { display: none; }
@media print {
  body { font-size: 10pt; line-height: 1.45; }
  .bar, .contents, .skip, footer, .anchor { display: none; }
  .page, main { display: block; max-width: none; padding: 0; }
  h1 { font-size: 20pt; margin-bottom: .5rem; } h2 { font-size: 14pt; margin-top: 1.1em; padding-top: .5em; } p, ul, ol { margin-bottom: .6em; } h3 { font-size: 12pt; margin-top: 1.1em; }
  h2, h3, h4, h5, h6, summary, thead { break-after: avoid; }
  tr, figure:not(.diagram), .diagram svg, li { break-inside: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: none; overflow: visible; }
  .table, .diagram { overflow: visible; }
  thead { display: table-header-group; }
  table { font-size: 8.8pt; }
  th, td { padding-top: .25rem; padding-bottom: .25rem; }
${cardStyle('.many')}
  .many.tall tr { columns: 2; column-gap: 1.5rem; break-inside: auto; }
  .many.tall td { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .fold { border: 0; padding: 0; }
  .fold > summary > :first-child::before { content: none; }
  .diagram { border: 0; padding: 0; }
  .text-of > summary { list-style: none; }
  .diagram svg { max-width: 100%; max-height: 200mm; }
  a { color: inherit; }
  a.named::after { content: ' (' attr(href) ')'; font-size: .85em; color: #4f5d6b; overflow-wrap: anywhere; }
}
`;
