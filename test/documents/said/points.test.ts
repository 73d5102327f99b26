import {readFile} from 'node:fs/promises';
import {describe, expect, it} from 'vitest';
import {makePlace} from '../../e2e/place.ts';
import {cluster, clusterLines} from '../../fixtures/cluster/cluster.ts';
import {writtenSet} from './written-set.ts';

/**
 * What a handover document has to have, merged from the standards, and where it stands: a document, a
 * heading of it, and what has to be said below it.
 */
const points: readonly (readonly [string, string, RegExp, RegExp])[] = [
  [
    '1 control',
    'handoff-document',
    /^About this document$/u,
    /Version[^]*Issue[^]*Author[^]*Audience/u,
  ],
  ['2 state on one page', 'handoff-document', /^At a glance$/u, /Risks[^]*What to do when/u],
  ['3 measured goals', 'handoff-document', /^Success criteria$/u, /Target[^]*Result/u],
  ['4 scope', 'handoff-document', /^Goals and scope$/u, /Delivered[^]*Not part of it/u],
  [
    '5 duties with deputies',
    'handoff-document',
    /^Duties$/u,
    /Until now[^]*From now on[^]*Deputy/u,
  ],
  [
    '6 architecture',
    'handoff-document',
    /^Architecture overview$/u,
    /```mermaid[^]*Version|Version[^]*```mermaid/u,
  ],
  ['7 decisions', 'handoff-document', /^Decisions and constraints$/u, /Why/u],
  ['8 configuration', 'handoff-document', /^Configuration$/u, /Default[^]*Source of truth/u],
  ['9 dependencies', 'handoff-document', /^Dependencies and integrations$/u, /When it fails/u],
  ['10 network', 'handoff-document', /^Network$/u, /Port/u],
  [
    '11 access',
    'handoff-document',
    /^Access and credentials$/u,
    /break-glass[^]*Vendor access ends|Vendor access ends[^]*break-glass/u,
  ],
  ['12 data', 'handoff-document', /^Data$/u, /Kept for/u],
  ['13 monitoring', 'operations-runbook', /^When an alert comes$/u, /Runbook[^]*Dashboard/u],
  [
    '14 runbooks',
    'operations-runbook',
    /^(?:Restart the planner|Restart the orders service)$/u,
    /Trigger[^]*Way back[^]*```sh/u,
  ],
  [
    '15 recovery',
    'handoff-document',
    /^How to operate it$/u,
    /May be lost[^]*Back within[^]*Last tested restore/u,
  ],
  ['16 capacity', 'operations-runbook', /^Limits$/u, /Beyond it/u],
  ['17 calendar', 'handoff-document', /^Calendar$/u, /\d{4}-\d\d-\d\d/u],
  [
    '18 risks',
    'handoff-document',
    /^Risks and issues$/u,
    /Severity[^]*Workaround[^]*Owner[^]*Due/u,
  ],
  ['19 contingencies', 'operations-runbook', /^When something is lost$/u, /Impact[^]*Back after/u],
  [
    '20 support model',
    'operations-runbook',
    /^How severe is it\?$/u,
    /Response time[^]*Channel[^]*Hours/u,
  ],
  ['21 escalation', 'operations-runbook', /^Whom to call$/u, /Channel[^]*Tested on/u],
  ['22 training', 'training-pack', /^Demonstrations$/u, /\S/u],
  ['23 transition', 'handoff-document', /^Transition$/u, /\d{4}-\d\d-\d\d/u],
  ['24 evidence', 'handoff-document', /^Validation evidence$/u, /\S/u],
  ['25 sign-offs', 'handoff-document', /^Sign-offs$/u, /\S/u],
  ['26 glossary and next review', 'handoff-document', /^Resources$/u, /Glossary[^]*Next review/u],
];

/** What stands below a heading, up to the next of its level. */
function below(text: string, heading: RegExp): string | undefined {
  const lines = text.split('\n');
  const depthOf = (line: string) => /^(#+) /u.exec(line)?.[1]?.length ?? 9;
  const at = lines.findIndex(
    (line) => heading.test(line.replace(/^#+ /u, '')) && depthOf(line) < 9,
  );
  if (at === -1) return undefined;
  const depth = depthOf(lines[at] ?? '');
  const end = lines.findIndex((line, index) => index > at && depthOf(line) <= depth);
  return lines.slice(at + 1, end === -1 ? undefined : end).join('\n');
}

/** The points that have no place in the texts of a set. */
function missing(texts: ReadonlyMap<string, string>): readonly string[] {
  return points.flatMap(([point, name, heading, said]) => {
    const found = below(texts.get(name) ?? '', heading);
    return found !== undefined && said.test(found) ? [] : [point];
  });
}

describe('each of the 26 points has its place in what the customer gets', () => {
  it('of the sample, signed', async () => {
    const {texts} = await writtenSet('signed');
    expect(missing(texts)).toEqual([]);
  });

  it('of a private cluster of four nodes, as its engineer has told it so far', async () => {
    await using place = makePlace();
    const {customer, system} = cluster;
    await place.run(['new', '--customer', customer, '--system', system]);
    const file = await place.write('rows.jsonl', clusterLines(Date.now()).join('\n'));
    const applied = await place.run(['apply', file]);
    expect(applied.stdout).toMatch(/ changes applied\n$/u);
    const folder = `${place.path}/documents`;
    await place.run(['docs', '--out', folder, '--format', 'md']);
    const names = [...new Set(points.map(([, name]) => name))];
    const read = (name: string) => readFile(`${folder}/customer/${name}.md`, 'utf8');
    const texts = new Map(
      await Promise.all(names.map(async (name) => [name, await read(name)] as const)),
    );
    expect(missing(texts)).toEqual([]);
    expect(below(texts.get('handoff-document') ?? '', /^Network$/u)).toContain('Certificate ends');
    expect(texts.get('operations-runbook')).toContain('call Ivo Brandt (+49 40 5550 112)');
  });
});
