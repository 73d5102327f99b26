import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {create} from 'fontkit';
import {templatesFolder} from '../../playbook/templates-folder.ts';
import {fontFile} from './font-file.ts';

/** A family of fonts by the name that the nodes of a document use. */
export type Family = 'Text' | 'Mono' | 'Signs' | 'Emoji' | `System ${number}`;

/** A file, or one font of a collection by its PostScript name. */
export type FontFile = string | readonly [file: string, name: string];

export interface Faces {
  readonly normal: FontFile;
  readonly bold: FontFile;
  readonly italics: FontFile;
  readonly bolditalics: FontFile;
}

/** What is known of the characters of a font. */
export interface Characters {
  readonly has: (codePoint: number) => boolean;
  /** How far a character reaches, as a part of the font's size. */
  readonly advance: (codePoint: number) => number;
}

/** The fonts that a document may use, those preferred first. */
export type Fonts = ReadonlyMap<Family, {readonly faces: Faces; readonly characters: Characters}>;

/** A family that has one face for all. */
export function singleFace(file: FontFile): Faces {
  return {normal: file, bold: file, italics: file, bolditalics: file};
}

function roboto(style: string): string {
  return fontFile('pdfmake', 'fonts', 'Roboto', `Roboto-${style}.ttf`);
}

/** Its slanted faces lack Arabic and most signs, so what is slanted stands upright in it. */
function dejaVu(face: string): Faces {
  const file = (style: string) => fontFile('dejavu-fonts-ttf', 'ttf', `${face}${style}.ttf`);
  const [normal, bold] = [file(''), file('-Bold')];
  return {normal, bold, italics: normal, bolditalics: bold};
}

/**
 * Where the fonts lie that documents embed: Roboto, which comes with pdfmake, for text, DejaVu for
 * code and for the signs, arrows and letters that Roboto does not have.
 */
export function usualFaces(): readonly (readonly [Family, Faces])[] {
  return [
    [
      'Text',
      {
        normal: roboto('Regular'),
        bold: roboto('Medium'),
        italics: roboto('Italic'),
        bolditalics: roboto('MediumItalic'),
      },
    ],
    ['Signs', dejaVu('DejaVuSans')],
    ['Mono', dejaVu('DejaVuSansMono')],
  ];
}

interface Metrics {
  readonly characterSet: readonly number[];
  readonly unitsPerEm: number;
  readonly glyphForCodePoint: (codePoint: number) => {readonly advanceWidth: number};
}

export function charactersOf(font: Metrics): Characters {
  const known = new Set(font.characterSet);
  const advances = new Map<number, number>();
  return {
    has: (codePoint) => known.has(codePoint),
    advance: (codePoint) => {
      const before = advances.get(codePoint);
      if (before !== undefined) return before;
      const advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
      advances.set(codePoint, advance);
      return advance;
    },
  };
}

async function readCharacters(file: string): Promise<Characters> {
  const font = create(await readFile(file));
  if (!('characterSet' in font)) throw new Error(`${file} holds no single font.`);
  return charactersOf(font);
}

async function readFaces(all: readonly (readonly [Family, Faces])[]): Promise<Fonts> {
  const entries = all.map(
    async ([family, its]) =>
      [family, {faces: its, characters: await readCharacters(String(its.normal))}] as const,
  );
  return new Map(await Promise.all(entries));
}

let usual: Promise<Fonts> | undefined;

/** The fonts for text, code and signs that come with the program; read once. */
export function usualFonts(): Promise<Fonts> {
  usual ??= readFaces(usualFaces());
  return usual;
}

let emoji: Promise<Fonts> | undefined;

/** Everyday emoji in one colour, of `fonts/README.md`; read once, where a document has such signs. */
export function emojiFonts(): Promise<Fonts> {
  const file = path.join(templatesFolder(), '..', 'fonts', 'everyday-emoji.ttf');
  emoji ??= readFaces([['Emoji', singleFace(file)]]);
  return emoji;
}
