import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';

/** A family of fonts by the name that the nodes of a document use. */
export type Family = 'Text' | 'Mono' | 'Signs';

interface Files {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

function folderOf(name: string): string {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

function files(folder: string, [normal, bold, italics, bolditalics]: readonly string[]): Files {
  const file = (name = '') => path.join(folder, `${name}.ttf`);
  return {
    normal: file(normal),
    bold: file(bold),
    italics: file(italics),
    bolditalics: file(bolditalics),
  };
}

function dejaVu(face: string): Files {
  const styles = ['', '-Bold', '-Oblique', '-BoldOblique'];
  return files(
    path.join(folderOf('dejavu-fonts-ttf'), 'ttf'),
    styles.map((style) => face + style),
  );
}

/**
 * Where the fonts lie that documents embed: Roboto, which comes with pdfmake, for text, and DejaVu
 * for code and for the signs, arrows and letters that Roboto does not have.
 */
export function fontFiles(): Readonly<Record<Family, Files>> {
  const roboto = ['Regular', 'Medium', 'Italic', 'MediumItalic'];
  return {
    Text: files(
      path.join(folderOf('pdfmake'), 'fonts', 'Roboto'),
      roboto.map((style) => `Roboto-${style}`),
    ),
    Mono: dejaVu('DejaVuSansMono'),
    Signs: dejaVu('DejaVuSans'),
  };
}

/** Whether a font has a glyph for a code point. */
export type Coverage = Readonly<Record<Family, (codePoint: number) => boolean>>;

async function charactersOf(file: string): Promise<(codePoint: number) => boolean> {
  const [{create}, bytes] = await Promise.all([import('fontkit'), readFile(file)]);
  const font = create(bytes);
  if (!('characterSet' in font)) throw new Error(`${file} holds no single font.`);
  const known = new Set(font.characterSet);
  return (codePoint) => known.has(codePoint);
}

let coverage: Promise<Coverage> | undefined;

async function readCoverage(): Promise<Coverage> {
  const {Text, Mono, Signs} = fontFiles();
  const all = [Text, Mono, Signs].map(({normal}) => charactersOf(normal));
  const [text, mono, signs] = await Promise.all(all);
  const none = () => false;
  return {Text: text ?? none, Mono: mono ?? none, Signs: signs ?? none};
}

/** What each family has; read once. */
export function fontCoverage(): Promise<Coverage> {
  coverage ??= readCoverage();
  return coverage;
}
