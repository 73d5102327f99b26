import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import type {End, Unclear} from './stated-calls.ts';
import type {LookUp} from './name-lookup.ts';
import type {Call, Described, Part} from './part.ts';

interface Known {
  readonly parts: readonly Part[];
  readonly calls: readonly Call[];
  readonly unclear: readonly Unclear[];
  readonly lookUp: LookUp;
}

/** A name, with what keeps it from being drawn. */
function endWords({text, meaning}: End): string {
  switch (meaning.kind) {
    case 'part':
      return `"${text}"`;
    case 'several':
      return `"${text}" (which of the ${meaning.count} is not said)`;
    case 'system':
      return `"${text}" (which part of it is not said)`;
    case 'unknown':
      return `"${text}" (described nowhere)`;
  }
}

function unclearWords({from, to}: Unclear): string {
  return `${endWords(from)} calls ${endWords(to)}.`;
}

/** What the dependencies say of the system as a whole and no call of a part bears out. */
function dependencyGaps(described: Described, {parts, calls, lookUp}: Known): string[] {
  const isOwn = new Map(parts.map(({id, isOutside}) => [id, !isOutside]));
  return recordsOf(described, 'dependencies').flatMap((row) => {
    const name = recordTitle(row);
    const direction = fieldText(row, 'direction');
    const meaning = lookUp(name);
    const id = meaning.kind === 'part' ? meaning.part.id : '';
    const isCalled = calls.some(({from, to}) => to === id && isOwn.get(from));
    const isCalling = calls.some(({from, to}) => from === id && isOwn.get(to));
    if (direction === '')
      return isCalled || isCalling
        ? []
        : [`Who calls whom between the system and "${name}" is not said.`];
    const mayCall = direction !== 'we call it';
    const mayBeCalled = direction !== 'it calls us';
    return [
      ...(mayCall && !isCalling
        ? [`"${name}" calls the system: which part of it is not said.`]
        : []),
      ...(mayBeCalled && !isCalled
        ? [`The system calls "${name}": which part of it does is not said.`]
        : []),
    ];
  });
}

/** What was said of calls and cannot be drawn, a sentence each. */
export function gapsOf(described: Described, known: Known): string[] {
  return [...new Set([...known.unclear.map(unclearWords), ...dependencyGaps(described, known)])];
}
