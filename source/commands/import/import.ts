import {open, stat} from 'node:fs/promises';
import path from 'node:path';
import {readZip} from '../../documents/archive/read-zip.ts';
import {Problem} from '../../problem.ts';
import {expandHome} from '../../expand-home.ts';
import {importKinds, type ImportOptions, type ImportSight} from './import-kinds.ts';

/** What tells a zip, also an empty one and one in parts, by its first bytes. */
const zipStarts = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];

async function readHead(file: string): Promise<string> {
  try {
    // To open a pipe waits for whoever writes to it.
    if (!(await stat(file)).isFile()) throw new Error('it is no file');
    const handle = await open(file, 'r');
    try {
      const {bytesRead, buffer} = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Problem(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Name the file that a colleague or the receiver has sent.',
      {cause: error},
    );
  }
}

function unknown(file: string): Problem {
  const kinds = importKinds.map(({is, madeBy}) => `${is} ("${madeBy}")`).join(' or ');
  return new Problem(
    `${file} is nothing that can be imported: it is not ${kinds}.`,
    'Nothing was written. A zip that "archive" wrote is looked at with "handoff-wizard verify".',
  );
}

/** Takes in what a file holds, whichever kind it is. */
export async function importFile(named: string, options: ImportOptions): Promise<number> {
  const file = path.resolve(expandHome(named));
  const head = await readHead(file);
  const zip = zipStarts.some((start) => head.startsWith(start)) ? await readZip(file) : undefined;
  try {
    const sight: ImportSight = {file, head, ...(zip ? {zip} : {})};
    const kind = importKinds.find(({fits}) => fits(sight));
    if (!kind) throw unknown(file);
    if (options.dryRun && !kind.hasDryRun)
      throw new Problem(
        `${file} is ${kind.is}, of which nothing can be said before it is taken in.`,
        'Nothing was written. Import it without --dry-run.',
      );
    return await kind.take(sight, options);
  } finally {
    zip?.close();
  }
}
