import {existsSync} from 'node:fs';
import path from 'node:path';
import {printedFolder} from '../../handoff/model/document-set.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';

/**
 * Where the documents of a handoff are written: where they lie already, as far as that is on this machine
 * and not on that of a colleague, else in its workspace.
 */
export function documentsPlace({documentSets, workspace}: Handoff): string {
  const before = documentSets.findLast(
    ({folder}) => folder !== printedFolder && !folder.endsWith('.zip') && existsSync(folder),
  );
  return before?.folder ?? path.resolve(workspace, 'handoff-documents');
}
