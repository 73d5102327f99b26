import type {HandoffRecord} from '../model/handoff-record.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {callsOf, type Statement} from './stated-calls.ts';
import {gapsOf} from './gaps.ts';
import {hostOf} from './host-of-place.ts';
import {nameKey, nameLookup} from './name-lookup.ts';
import type {Architecture, Call, Described, Part} from './part.ts';

function partsOf(described: Described): Part[] {
  const toPart = (row: HandoffRecord, isOutside: boolean): Part => {
    const place = fieldText(row, 'place');
    const version = fieldText(row, 'version');
    return {id: row.id, name: recordTitle(row), version, place, host: hostOf(place), isOutside};
  };
  const components = recordsOf(described, 'components').map((row) => toPart(row, false));
  const known = new Set(components.map(({name}) => nameKey(name)));
  // Two rows about one system are one system; a component that has a row there is no other thing.
  const outside = recordsOf(described, 'dependencies').filter((row) => {
    const key = nameKey(recordTitle(row));
    return !known.has(key) && known.add(key);
  });
  return [...components, ...outside.map((row) => toPart(row, true))];
}

function joined(statements: readonly Statement[]): Call[] {
  const calls = new Map<string, Call>();
  for (const {from, to, port, source} of statements) {
    const key = JSON.stringify([from, to]);
    const before = calls.get(key) ?? {from, to, ports: [], said: []};
    const ports = port === '' ? before.ports : [...new Set([...before.ports, port])];
    calls.set(key, {from, to, ports, said: [...before.said, source]});
  }
  return [...calls.values()];
}

/**
 * Who calls whom. A call is there only where what a component calls or a flow names both of its
 * ends, and each name is that of one part. A dependency says that the system calls or is called,
 * not which part of it, so it makes a part and no call. Empty without components.
 */
export function architectureOf(described: Described): Architecture {
  const parts = partsOf(described);
  if (parts.every(({isOutside}) => isOutside)) return {parts: [], calls: [], gaps: []};
  const lookUp = nameLookup(parts, described.system);
  const {statements, unclear} = callsOf(described, parts, lookUp);
  const calls = joined(statements);
  return {parts, calls, gaps: gapsOf(described, {parts, calls, unclear, lookUp})};
}
