import {fieldText, recordsOf} from '../registers/records.ts';
import {namesIn, type LookUp, type Meaning} from './name-lookup.ts';
import type {Described, Part, Source} from './part.ts';

/** One field that says that a part calls another, by their ids. */
export interface Statement {
  readonly from: string;
  readonly to: string;
  /** Empty where it says none. */
  readonly port: string;
  readonly source: Source;
}

/** One end of a call as it was written, and what that means. */
export interface End {
  readonly text: string;
  readonly meaning: Meaning;
}

/** A call that somebody stated and of which at least one end is no single part. */
export interface Unclear {
  readonly from: End;
  readonly to: End;
}

/** The names in a field; the whole of it, where that is a name although it has a comma. */
function endsIn(text: string, lookUp: LookUp): readonly End[] {
  const whole = {text, meaning: lookUp(text)};
  if (whole.meaning.kind !== 'unknown') return [whole];
  return namesIn(text).map((name) => ({text: name, meaning: lookUp(name)}));
}

/**
 * The ends that a flow names. Its field may hold more than names (`Orders, orders.example.com`), so
 * what is known among its pieces counts, and all of it is one name where nothing is.
 */
function flowEnds(text: string, lookUp: LookUp): readonly End[] {
  const known = endsIn(text, lookUp).filter(({meaning}) => meaning.kind !== 'unknown');
  if (known.length > 0) return known;
  return text === '' ? [] : [{text, meaning: {kind: 'unknown'}}];
}

/** All that the rows say of calls, in the order of the rows. */
export function callsOf(
  described: Described,
  parts: readonly Part[],
  lookUp: LookUp,
): {readonly statements: readonly Statement[]; readonly unclear: readonly Unclear[]} {
  const statements: Statement[] = [];
  const unclear: Unclear[] = [];
  const state = (from: End, to: End, port: string, source: Source) => {
    if (from.meaning.kind === 'part' && to.meaning.kind === 'part')
      statements.push({from: from.meaning.part.id, to: to.meaning.part.id, port, source});
    else unclear.push({from, to});
  };
  const byRow = new Map(parts.map((part) => [part.id, part]));
  for (const row of recordsOf(described, 'components')) {
    const part = byRow.get(row.id);
    if (!part) continue;
    const from: End = {text: part.name, meaning: {kind: 'part', part}};
    const source: Source = {register: 'components', row: row.id, field: 'calls'};
    for (const to of endsIn(fieldText(row, 'calls'), lookUp)) state(from, to, '', source);
  }
  for (const row of recordsOf(described, 'flows')) {
    const source: Source = {register: 'flows', row: row.id, field: 'to'};
    for (const from of flowEnds(fieldText(row, 'from'), lookUp))
      for (const to of flowEnds(fieldText(row, 'to'), lookUp))
        state(from, to, fieldText(row, 'port'), source);
  }
  return {statements, unclear};
}
