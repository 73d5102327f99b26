import {isDeepStrictEqual} from 'node:util';
import {unknown, type Difference, type Draft, type DraftValue, type Finding} from './discovered.ts';

interface United {
  readonly finding: Finding;
  readonly differs: readonly Difference[];
}

function isKnown(value: DraftValue | undefined): value is DraftValue {
  return value !== undefined && value !== unknown;
}

function isSame(one: Difference, other: Difference): boolean {
  return one.field === other.field && isDeepStrictEqual(one.value, other.value);
}

function isDifferent(field: string, one: DraftValue | undefined, other: DraftValue): boolean {
  return field !== 'name' && !isDeepStrictEqual(one, other);
}

/**
 * What was found first counts, the other fills what it leaves open, and what differs is kept. Where
 * something is, and what for, a part of it says in other words, and that is no difference.
 */
function add({finding, differs}: United, other: Finding): United {
  const isPart = other.of !== undefined;
  const fields = {...finding.fields};
  const more: Difference[] = [];
  const [source = ''] = other.sources;
  for (const [field, value] of Object.entries(other.fields))
    if (!isKnown(fields[field])) fields[field] = value;
    else if (
      isKnown(value) &&
      isDifferent(field, fields[field], value) &&
      !(isPart && field !== 'version')
    )
      more.push({field, value, source});
  const fresh = more.filter((one) => !differs.some((known) => isSame(one, known)));
  return {
    finding: {
      ...finding,
      fields,
      sources: [...new Set([...finding.sources, ...other.sources])],
      is: [...new Set([...(finding.is ?? []), ...(other.is ?? [])])],
    },
    differs: [...differs, ...fresh],
  };
}

function byKey(findings: readonly Finding[]): Map<string, United> {
  const found = new Map<string, United>();
  for (const finding of findings) {
    const known = found.get(finding.key);
    found.set(finding.key, known ? add(known, finding) : {finding, differs: []});
  }
  return found;
}

/** A flow is known by its ends and its port, whoever has another name for it. */
function sameFlow({finding: {key, register, fields}}: United): string {
  const {from, to, port} = fields;
  const isExact = register === 'flows' && typeof port === 'string' && /^\d+,/.test(port);
  return isExact ? JSON.stringify([from, to, port]) : key;
}

function onceEach(found: Iterable<United>): United[] {
  const once = new Map<string, United>();
  for (const one of found) {
    const known = once.get(sameFlow(one));
    once.set(sameFlow(one), known ? add(known, one.finding) : one);
  }
  return [...once.values()];
}

function toDraft({finding, differs}: United): Draft {
  const {sources, is: _is, of: _of, isOnlyPart: _part, ...draft} = finding;
  return {...draft, source: sources.join('; '), ...(differs.length > 0 ? {differs} : {})};
}

/**
 * A part of nothing that was found stands alone, but for a component where an application is known:
 * what is built there and started by nothing that was read says nothing of what runs.
 */
function canStandAlone(
  {register, isOnlyPart}: Finding,
  whole: ReadonlyMap<string, United>,
): boolean {
  if (register !== 'components') return isOnlyPart !== true;
  const isApplication = ({finding: {register: own, of, is}}: United) =>
    own === 'components' && of === undefined && !is?.some((mark) => mark.startsWith('product:'));
  return isOnlyPart !== true && !whole.values().some(isApplication);
}

/**
 * Each thing once, whoever found it, with all its sources. A finding of a thing that others are goes
 * into those of its own register; where these are of another one, the thing is known already.
 */
export function unite(findings: readonly Finding[]): Draft[] {
  const whole = byKey(findings.filter(({of}) => of === undefined));
  const parts = byKey(findings.filter(({of}) => of !== undefined));
  const byMark = new Map<string, Set<string>>();
  const put = (key: string, united: United) => {
    whole.set(key, united);
    for (const mark of united.finding.is ?? [])
      byMark.set(mark, (byMark.get(mark) ?? new Set()).add(key));
  };
  for (const [key, united] of whole) put(key, united);
  for (const [key, part] of parts) {
    const {finding} = part;
    const owners = [...(byMark.get(finding.of ?? '') ?? [])];
    for (const name of owners) {
      const owner = whole.get(name);
      if (owner?.finding.register === finding.register && owner?.finding.kind === finding.kind)
        put(name, add(owner, finding));
    }
    const same = whole.get(key);
    if (owners.length > 0) continue;
    if (same) put(key, add(same, finding));
    else if (canStandAlone(finding, whole)) put(key, part);
  }
  return onceEach(whole.values()).map(toDraft);
}
