import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Problem} from '../../../source/problem.ts';
import {keepEvidence, readEvidence} from '../../../source/store/evidence.ts';
import {listHandoffs} from '../../../source/store/list-handoffs.ts';
import {progressFile} from '../../../source/store/progress/progress-file.ts';
import {readSettings, trustFile, updateSettings} from '../../../source/store/settings/settings.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {damagesOf} from '../damage.ts';
import {makeStorePlace} from '../store-place.ts';
import {openTally, type OpenTally, type Tally} from '../tally.ts';

function attempt<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}

/** Settings that were damaged are told with file and line and stay, or are settings all the same. */
async function settings(home: string, stride: number, tally: OpenTally): Promise<void> {
  await updateSettings(home, (before) => ({...before, name: 'Zoë', holidays: ['2026-12-25']}));
  await trustFile(home, 'a'.repeat(64), '/srv/handoff.yaml');
  const file = path.join(home, 'settings.json');
  for (const {words, bytes} of damagesOf(readFileSync(file), stride)) {
    writeFileSync(file, bytes);
    tally.tries += 1;
    const before = attempt(() => readSettings(home));
    if (!(before instanceof Error)) {
      await trustFile(home, 'b', '/srv/b');
      const {trusted} = readSettings(home);
      if (trusted.length < before.trusted.length) tally.lost.push(`trust, with ${words}`);
      continue;
    }
    const isTold = before instanceof Problem && /line \d+|it holds no "/.test(before.message);
    if (!isTold || !before.message.includes(file)) tally.wrong.push(`${words}: ${before.stack}`);
    const refused = await trustFile(home, 'b', '/srv/b').catch((error: Error) => error);
    if (!(refused instanceof Problem)) tally.wrong.push(`${words} was no reason to refuse`);
    if (!readFileSync(file).equals(bytes)) tally.wrong.push(`${words} was written over`);
  }
}

/** Progress that was damaged is made anew from the journal. */
async function progress(home: string, id: string, stride: number, tally: OpenTally): Promise<void> {
  const file = progressFile(home, id);
  const said = JSON.stringify((await listHandoffs(home)).handoffs);
  for (const {words, bytes} of damagesOf(readFileSync(file), stride)) {
    writeFileSync(file, bytes);
    tally.tries += 1;
    const listed = JSON.stringify((await listHandoffs(home)).handoffs);
    if (listed !== said) tally.wrong.push(`${words} makes the list say ${listed}`);
  }
}

/** Evidence that was damaged is never shown as what was captured. */
async function evidence(home: string, stride: number, tally: OpenTally): Promise<void> {
  const sha256 = await keepEvidence(home, 'GET /healthz\n200 OK – „ja“ \uFFFD\n');
  const file = path.join(home, 'evidence', sha256);
  for (const {words, bytes} of damagesOf(readFileSync(file), stride)) {
    writeFileSync(file, bytes);
    tally.tries += 1;
    const read = await readEvidence(home, sha256);
    if (read.state !== 'changed' || read.file !== file) tally.wrong.push(`${words}: ${read.state}`);
  }
}

/** Any byte of settings, progress and evidence changed, cut or added. */
export async function damagedFiles(stride: number): Promise<Tally> {
  const tally = openTally('any byte of settings, progress, evidence damaged');
  await using place = await makeStorePlace();
  const {home, id} = place;
  const done = {type: 'item/settled', item: 'criteria-validated', status: 'done'} as const;
  await appendChanges({home, id, actor: 'ana', decide: () => [done]});
  await settings(home, stride, tally);
  await progress(home, id, stride, tally);
  await evidence(home, stride, tally);
  return tally;
}
