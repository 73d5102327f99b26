import {execa} from 'execa';
import {findProgram} from './formats/programs.ts';

const pdftotext = findProgram('pdftotext');

/** What a PDF says; nothing where poppler's reader is not there. */
export async function pdfText(content: Uint8Array): Promise<string> {
  if (pdftotext === undefined) return '';
  const {stdout} = await execa(pdftotext, ['-enc', 'UTF-8', '-', '-'], {input: content});
  return stdout;
}
