import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {execa} from 'execa';
import {pictured} from './recorder.ts';
import {escapeXml} from './drawn-row.ts';

const root = path.join(import.meta.dirname, '../..');

/** How much of the page is shown, in points: the rest of the first one is empty. */
const shown = {width: 596, height: 610} as const;

/** The numbers of a drawing to a hundredth of a point, which nobody sees, at half the size. */
function rounded(drawing: string): string {
  return drawing.replaceAll(/-?\d+\.\d{3,}/gu, (number) =>
    String(Number(Number(number).toFixed(2))),
  );
}

/**
 * The first page of the sample's handoff document, from its PDF. Nothing where poppler's pdftocairo is
 * not there to draw it.
 */
export async function firstPage(label: string): Promise<string | undefined> {
  const folder = mkdtempSync(path.join(tmpdir(), 'picture-'));
  try {
    const clock = path.join(folder, 'clock');
    writeFileSync(clock, String(Date.parse(pictured) - Date.now()));
    const program = path.join(root, 'bin/handoff-wizard.js');
    const out = path.join(folder, 'documents');
    await execa(process.execPath, [program, 'demo', '--auto', '--out', out, '--format', 'pdf'], {
      env: {
        TZ: 'UTC',
        SHIFTED_CLOCK: clock,
        NODE_OPTIONS: `--import=${path.join(root, 'test/fixtures/shifted-clock.js')}`,
      },
    });
    const page = path.join(folder, 'page.svg');
    const pdf = path.join(out, 'customer/handoff-document.pdf');
    const drawn = await execa('pdftocairo', ['-svg', '-f', '1', '-l', '1', pdf, page], {
      reject: false,
    });
    if (drawn.failed) return undefined;
    const {width, height} = shown;
    const drawing = rounded(readFileSync(page, 'utf8').replace(/^<\?xml[^>]*>\s*/u, ''));
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(label)}">
<title>${escapeXml(label)}</title>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6" fill="#fff" stroke="#9aa3b2"/>
<svg x="0" y="0" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" overflow="hidden">
${drawing.replace(/^<svg [^>]*>/u, '<g>').replace(/<\/svg>\s*$/u, '</g>')}
</svg>
</svg>
`;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
