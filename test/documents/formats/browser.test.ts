import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type {AxeResults} from 'axe-core';
import {execa} from 'execa';
import {launch, type Browser, type Page} from 'puppeteer-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {documentNames} from '../../../source/documents/document-names.ts';
import {toHtml} from '../../../source/documents/html/to-html.ts';
import {renderDocument} from '../../../source/documents/render-document.ts';
import {now, readEvidence, sampleHandoff} from '../sample-handoff.ts';
import {everyPage} from './every-page.ts';
import {findProgram, skipNote} from './programs.ts';
import {richDocument} from './rich-document.ts';
import {tableDocument, wholeValues} from './table-document.ts';
import {brokenWords, cutTables} from './tables-in-page.ts';

const chromium = findProgram('chromium', 'chromium-browser', 'google-chrome');
const pdftotext = findProgram('pdftotext');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const own: Readonly<Record<string, string>> = {rich: richDocument, tables: tableDocument(20)};
const names = [...Object.keys(own), ...documentNames];
/** A4 between its margins, in pixels of CSS. */
const paperWidth = 665;

let folder = '';
let browser: Browser;

async function markdownOf(name: string): Promise<string> {
  const document = documentNames.find((known) => known === name);
  return document
    ? renderDocument(document, sampleHandoff, {now, readEvidence})
    : (own[name] ?? '');
}

function urlOf(name: string): string {
  return pathToFileURL(path.join(folder, `${name}.html`)).href;
}

function mediaOf(isDark: boolean) {
  return [
    {name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light'},
    {name: 'prefers-reduced-motion', value: 'reduce'},
  ];
}

interface Visit {
  readonly page: Page;
  /** What the page asked for besides itself, and what the browser complained of. */
  readonly troubles: readonly string[];
}

async function visit(
  name: string,
  {width = 1280, isDark = false, hasScripts = true} = {},
): Promise<Visit> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${String(error)}`));
  page.on('request', (request) => {
    if (request.url() !== urlOf(name)) troubles.push(`request: ${request.url()}`);
  });
  await page.setJavaScriptEnabled(hasScripts);
  await page.setViewport({width, height: 900});
  await page.emulateMediaFeatures(mediaOf(isDark));
  await page.goto(urlOf(name));
  return {page, troubles};
}

/** What a look and a size change for those who see little or use no mouse. */
const rulesOfLook = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

const screens = [
  {width: 1280, isDark: false, rules: undefined},
  {width: 400, isDark: true, rules: undefined},
  {width: 1280, isDark: true, rules: rulesOfLook},
  {width: 400, isDark: false, rules: rulesOfLook},
];

/** What the checker finds on each screen, and what is wider than the screen. */
async function troublesOf(page: Page): Promise<string[]> {
  const troubles: string[] = [];
  for (const {width, isDark, rules} of screens) {
    await page.setViewport({width, height: 900});
    await page.emulateMediaFeatures(mediaOf(isDark));
    const runOnly = rules ? {runOnly: rules} : {};
    const {violations} = (await page.evaluate(
      `document.querySelectorAll('details').forEach((fold) => { fold.open = true; });
      axe.run(${JSON.stringify({...runOnly, resultTypes: ['violations']})})`,
    )) as AxeResults;
    const found = violations.flatMap(({id, nodes}) =>
      nodes.map(({target}) => `${id}: ${target.join(' ')}`),
    );
    const shown = await page.evaluate('document.documentElement.scrollWidth');
    if (shown !== width) found.push(`it is ${String(shown)} wide`);
    troubles.push(...found.map((trouble) => `${width} ${isDark ? 'dark' : 'light'}: ${trouble}`));
  }
  return troubles;
}

const why = skipNote({chromium});

describe.skipIf(!chromium)(`a page in Chromium${why}`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
    for (const name of names)
      await writeFile(path.join(folder, `${name}.html`), await toHtml(await markdownOf(name)));
    browser = await launch({
      executablePath: chromium ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, {recursive: true});
  });

  it.each(names)(
    '%s asks for nothing but itself, and breaks no rule of its policy',
    async (name) => {
      const {page, troubles} = await visit(name);
      expect(troubles).toEqual([]);
      await page.close();
    },
  );

  it('is accessible on wide and narrow screens, light and dark, and no wider than they are', async () => {
    const page = await browser.newPage();
    // The page's own policy lets no script in; the checker comes through the debugger.
    await page.setBypassCSP(true);
    await page.evaluateOnNewDocument(await readFile(axe, 'utf8'));
    const written = Object.keys(own).map((name) => ({name, url: urlOf(name)}));
    const pages = (await everyPage()).map(async ({name, html}, index) => {
      const file = path.join(folder, `page-${index}.html`);
      await writeFile(file, html);
      return {name, url: pathToFileURL(file).href};
    });
    for (const {name, url} of [...written, ...(await Promise.all(pages))]) {
      await page.goto(url);
      const troubles = await troublesOf(page);
      expect(troubles, name).toEqual([]);
    }
    await page.close();
  }, 600_000);

  it.each([1280, 400, paperWidth])(
    'keeps words, numbers, dates and addresses of tables whole at a width of %d',
    async (width) => {
      for (const name of ['tables', 'handoff-document', 'operations-runbook']) {
        const {page} = await visit(name, {width});
        if (width === paperWidth) await page.emulateMediaType('print');
        const {broken, looked} = await brokenWords(page, name === 'tables' ? wholeValues : []);
        expect(broken).toEqual([]);
        expect(looked).toBeGreaterThan(10);
        // On a wide screen a wide table may scroll.
        expect(width === 1280 ? [] : await cutTables(page)).toEqual([]);
        await page.close();
      }
    },
  );

  it('finds words, also in what is folded, and unfolds it', async () => {
    const {page, troubles} = await visit('rich');
    await page.keyboard.press('/');
    await page.keyboard.type('LINE 11');
    await page.waitForFunction("document.querySelector('output').textContent === '1 of 1'");
    expect(await page.evaluate("document.querySelector('mark.now').closest('.fold').open")).toBe(
      true,
    );
    expect(await page.evaluate("document.querySelector('mark.now').checkVisibility()")).toBe(true);
    await page.keyboard.press('Escape');
    await page.waitForFunction("document.querySelectorAll('mark').length === 0");
    await page.keyboard.type('nowhere to be found');
    await page.waitForFunction("document.querySelector('output').textContent === 'Not found'");
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('is complete without scripts, and does not offer what needs them', async () => {
    const {page} = await visit('handoff-document', {hasScripts: false});
    const search = await page.$('.search');
    expect(await search?.isVisible()).toBe(false);
    const link = await page.$('nav a[href="#sign-offs"]');
    expect(await link?.isVisible()).toBe(true);
    await page.close();
  });

  it.skipIf(!pdftotext)(
    `prints all of it, unfolded${skipNote({'poppler-utils': pdftotext})}`,
    async () => {
      const {page} = await visit('rich');
      const file = path.join(folder, 'printed.pdf');
      await page.pdf({path: file, preferCSSPageSize: true});
      const {stdout} = await execa(pdftotext ?? '', ['-layout', file, '-']);
      expect(stdout).toContain('line 11');
      expect(stdout).not.toContain('Skip to the document');
      await page.close();
    },
  );
});
