import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {writeDocuments} from '../../../source/documents/write-documents.ts';
import {missingWords} from '../../../source/documents/words/missing-words.ts';
import {handoffOf, now} from '../sample-handoff.ts';

/** It has a font of two characters that none of the program's own has: 漢 and 字. */
const fonts = path.join(import.meta.dirname, 'fonts');

let out = '';

beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'missing-'));
});

afterAll(async () => {
  await rm(out, {recursive: true});
});

async function remarkFor(customer: string, fontFolders: readonly string[]) {
  const handoff = handoffOf([], undefined, {customer, system: 'API', actor: 'Ana Ruiz'});
  const options = {now, formats: ['pdf'], names: ['session-papers'], isForced: true} as const;
  return (await writeDocuments(handoff, out, {...options, fontFolders})).remark;
}

describe('characters that no font has', () => {
  it('are told with what to install when a set is written', async () => {
    const remark = await remarkFor('漢字銀行', []);
    expect(remark).toContain('No font has 字 漢 行 銀, so the PDFs show codes such as [U+5B57].');
    expect(remark).toContain('fonts-noto-cjk');
  });

  it('are drawn with a font of the system where it has one', async () => {
    expect(await remarkFor('漢字', [fonts])).toBeUndefined();
    expect(await remarkFor('漢字銀', [path.join(fonts, 'nowhere'), fonts])).toContain(
      'No font has 銀,',
    );
  });

  it('are not told of where the own fonts have all', async () => {
    expect(await remarkFor('Σκύλος 🚀 ☐ ✔ שלום', [])).toBeUndefined();
  });

  it('are told by script, and counted where they are many', () => {
    expect(missingWords([])).toBeUndefined();
    expect(missingWords([0xe01, 0x6f22])).toContain('fonts-noto-core and fonts-noto-cjk');
    expect(missingWords([0x1f9ff])).toContain('fonts-symbola');
    expect(missingWords([0xe000])).toContain('U+E000');
    expect(missingWords([0xe000])).not.toContain('Install');
    const many = Array.from({length: 30}, (_, index) => 0x4e00 + index);
    expect(missingWords(many)).toContain('and 18 more');
  });
});
