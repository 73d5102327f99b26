import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {makeStoreHome, type StoreHome} from '../harness/store-home.ts';

export interface MadeFolder extends StoreHome {
  /** Writes a file into it, with the folders that it needs, and gives its path. */
  readonly write: (file: string, text: string | Uint8Array) => string;
}

export type Files = Readonly<Record<string, string>>;

/** A folder of its own with these files. */
export function makeFolder(files: Files = {}): MadeFolder {
  const home = makeStoreHome();
  const write: MadeFolder['write'] = (file, text) => {
    const place = path.join(home.path, file);
    mkdirSync(path.dirname(place), {recursive: true});
    writeFileSync(place, text);
    return place;
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {...home, write};
}
