import type {Dirent} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';
import {open, type Font} from 'fontkit';
import {charactersOf, singleFace, type Family, type FontFile, type Fonts} from './fonts.ts';

/** Where the platform keeps fonts, as fontconfig, macOS and Windows have them. */
export function systemFontFolders(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string[] {
  const home = homedir();
  if (platform === 'darwin')
    return [path.join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts'];
  if (platform === 'win32')
    return [
      path.join(env['LOCALAPPDATA'] ?? home, 'Microsoft', 'Windows', 'Fonts'),
      path.join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
    ];
  const data = env['XDG_DATA_HOME'] ?? path.join(home, '.local/share');
  const shared = (env['XDG_DATA_DIRS'] ?? '/usr/local/share:/usr/share').split(':');
  return [data, ...shared]
    .map((folder) => path.join(folder, 'fonts'))
    .concat(path.join(home, '.fonts'));
}

/** More are not opened: some systems have thousands, of which the well-known ones come first. */
const mostOpened = 400;

/** Fonts made to cover scripts, by the names their files have; others come after them. */
const wellKnown =
  /^(?:noto(?!.*(?:serif|mono|color))|arial ?unicode|msyh|yugoth|meiryo|malgun|nirmala|leelaw|segoeui|seguisym|pingfang|hiragino|apple ?sd|wqy|droidsansfallback|sourcehan|unifont|free ?sans|symbola)/iu;

async function filesIn(folder: string, depth = 0): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, {withFileTypes: true});
  } catch {
    // A folder that is not there or not ours to read has no fonts for us.
    return [];
  }
  const below = entries.map(async (entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && depth < 5) return filesIn(file, depth + 1);
    return /\.(?:ttf|otf|ttc|otc)$/iu.test(entry.name) ? [file] : [];
  });
  return (await Promise.all(below)).flat();
}

function rank(file: string): number {
  const name = path.basename(file);
  const isPlain = /regular|medium|book|^[^-]+\.\w+$/iu.test(name);
  return (wellKnown.test(name) ? 0 : 2) + (isPlain ? 0 : 1);
}

/** Fonts whose glyphs are outlines; those that are pictures cannot be embedded. */
function hasOutlines(font: Font): boolean {
  return 'glyf' in font || 'CFF ' in font;
}

async function fontsOf(file: string): Promise<{font: Font; from: FontFile}[]> {
  try {
    const opened = await open(file);
    const all = 'fonts' in opened ? opened.fonts : [opened];
    return all
      .filter((font) => hasOutlines(font))
      .map((font) => ({font, from: 'fonts' in opened ? [file, font.postscriptName] : file}));
  } catch {
    // What is no font, or a broken one, is as good as not there.
    return [];
  }
}

/**
 * Fonts of the system that have characters the program's own lack, as few as are needed: the files
 * are opened in an order of names, well-known ones first, until each character is found.
 */
export async function systemFonts(
  missing: ReadonlySet<number>,
  folders: readonly string[],
): Promise<Fonts> {
  const found = (await Promise.all(folders.map((folder) => filesIn(folder)))).flat();
  const files = [...new Set(found)]
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, mostOpened);
  const left = new Set(missing);
  const fonts = new Map<
    Family,
    {faces: ReturnType<typeof singleFace>; characters: ReturnType<typeof charactersOf>}
  >();
  for (const file of files) {
    if (left.size === 0) break;
    for (const {font, from} of await fontsOf(file)) {
      const characters = charactersOf(font);
      const its = [...left].filter((codePoint) => characters.has(codePoint));
      if (its.length === 0) continue;
      for (const codePoint of its) left.delete(codePoint);
      fonts.set(`System ${fonts.size + 1}`, {faces: singleFace(from), characters});
    }
  }
  return fonts;
}
