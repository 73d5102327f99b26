import {Problem} from '../../problem.ts';

/** As many characters of an id as a person has to type, mostly. */
const shortLength = 8;

export function shortId(id: string): string {
  return id.slice(0, shortLength);
}

/**
 * The run that a person means: `last`, `last~1` for the one before, or the beginning of an id.
 * `runs` are in the order in which they were made.
 *
 * @throws {Problem} when there is none, or when several ids begin so.
 */
export function findRun<Run extends {readonly id: string}>(
  runs: readonly Run[],
  reference: string,
): Run {
  const hint = '"handoff-wizard check history" lists the runs.';
  const back = /^last(?:~(?<count>\d+))?$/.exec(reference);
  if (back) {
    const run = runs.at(-1 - Number(back.groups?.['count'] ?? 0));
    const count = runs.length === 1 ? 'There is one run' : `There are ${runs.length} runs`;
    if (!run) throw new Problem(`${count}, so there is no "${reference}".`, hint);
    return run;
  }
  const found = runs.filter(({id}) => reference !== '' && id.startsWith(reference.toLowerCase()));
  const [run, second] = found;
  if (!run) throw new Problem(`No run has an id that begins with "${reference}".`, hint);
  if (second)
    throw new Problem(
      `Several runs have an id that begins with "${reference}": ${found.map(({id}) => id).join(', ')}.`,
      'Write more of it.',
    );
  return run;
}
