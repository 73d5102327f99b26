import type {Page} from 'puppeteer-core';

interface Lines {
  /** Texts of cells that must stay on one line and do not. */
  readonly broken: readonly string[];
  /** How many were looked at. */
  readonly looked: number;
}

/** What stands on more than one line of a page: short words of cells, and the values given. */
export async function brokenWords(page: Page, values: readonly string[]): Promise<Lines> {
  return (await page.evaluate(`(() => {
    const values = ${JSON.stringify(values)};
    const broken = [];
    let looked = 0;
    const look = (cell, text, found) => {
      const texts = [];
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node);
      const place = (at) => {
        for (const node of texts) {
          if (at <= node.length) return [node, at];
          at -= node.length;
        }
      };
      const range = document.createRange();
      range.setStart(...place(found));
      range.setEnd(...place(found + text.length));
      const boxes = [...range.getClientRects()].filter(({width}) => width > 0);
      const middle = ({top, bottom}) => (top + bottom) / 2;
      looked += 1;
      if (boxes.some((box) => middle(box) > boxes[0].bottom)) broken.push(text);
    };
    for (const cell of document.querySelectorAll('main :is(td, th)')) {
      const text = cell.textContent;
      for (const {0: word, index} of text.matchAll(/\\S+/gu))
        if (word.length <= 24 && !cell.querySelector('br')) look(cell, word, index);
      for (const value of values)
        if (text.includes(value)) look(cell, value, text.indexOf(value));
    }
    return {broken, looked};
  })()`)) as Lines;
}

/** Labels of tables of which a part is out of sight. */
export async function cutTables(page: Page): Promise<string[]> {
  return (await page.evaluate(
    "[...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => table.ariaLabel)",
  )) as string[];
}
