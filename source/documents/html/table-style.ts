/**
 * Words in cells are whole: the browser measures each column by its longest word, and only what is
 * marked as longer than a line breaks.
 */
export const tableStyle = `
.table { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: .45rem 1rem .45rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: normal; hyphens: manual; }
thead th { color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--rule); vertical-align: bottom; }
tr > :last-child { padding-right: 0; }
:is(th, td) code { overflow-wrap: normal; }
.whole, .keep { white-space: nowrap; }
.text { min-width: 12em; }
.many table { font-size: .85rem; }
.many :is(th, td):first-child { position: sticky; left: 0; background: var(--paper); }
.long { display: inline-block; min-width: 12em; overflow-wrap: anywhere; }
.right { text-align: right; }
.center { text-align: center; }`;

/** Rows as cards, each value with the name of its column before it. */
export function cardStyle(tables: string): string {
  return `
  ${tables} :is(table, tbody, tr, td) { display: block; width: auto; min-width: 0; }
  ${tables} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  ${tables} tr { border: 1px solid var(--rule); border-radius: 8px; padding: .35rem .8rem; margin-bottom: .7rem; }
  ${tables} td { border: 0; padding: .18rem 0; white-space: normal; text-align: left; }
  ${tables} td[data-label] { padding-left: 7.5rem; }
  ${tables} td[data-label]::before { content: attr(data-label); display: inline-block; width: 7rem; margin: 0 .5rem 0 -7.5rem; vertical-align: top; color: var(--soft); font-weight: 400; white-space: normal; overflow-wrap: break-word; }
  ${tables} td:first-child { position: static; font-weight: 600; }
  ${tables} :is(.keep, .long) { display: inline-block; max-width: 100%; min-width: 0; white-space: normal; overflow-wrap: anywhere; vertical-align: top; }
  ${tables} td:empty { display: none; }`;
}
