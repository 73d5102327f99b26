import {copyFile, mkdir} from 'node:fs/promises';
import path from 'node:path';
import {usualFaces} from '../../source/documents/pdf/fonts.ts';

/** Copies the fonts that documents embed, and no other of their packages, into a folder. */
export async function copyFonts(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true});
  const files = usualFaces().flatMap(([, faces]) => Object.values(faces).map(String));
  await Promise.all(files.map((file) => copyFile(file, path.join(folder, path.basename(file)))));
}
