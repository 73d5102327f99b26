import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldsReadBy, mayReadRow, rowsAtReadBy} from '../../handoff/audience/readable.ts';
import {architectureOf} from '../../handoff/architecture/architecture.ts';
import {tellArchitecture} from '../../handoff/architecture/tell-architecture.ts';
import {
  fieldReason,
  fieldWords,
  missingFields,
  recordTitle,
} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Field} from '../../handoff/registers/field.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {Audience, RegisterName} from '../../playbook/playbook.ts';
import {architectureCharts} from '../diagrams/architecture-chart.ts';
import {derivedColumns} from './derived-columns.ts';
import {runbookNamed} from './named-runbooks.ts';
import type {Reading} from './reading.ts';
import {runbookTitle} from './runbook-title.ts';
import {proofData, type ProofData} from './proofs-data.ts';
import {stepsData, type StepData} from './steps-data.ts';

/** One field of a row. `output` is what a command prints; `line` stands behind its label. */
export interface FactData {
  readonly label: string;
  readonly text: string;
  readonly kind: 'line' | 'text' | 'commands' | 'output';
}

/** A row that is too long for a table, under a heading of its own. */
export interface EntryData {
  readonly title: string;
  readonly facts: readonly FactData[];
  readonly isRunbook: boolean;
  /** The facts without those that the steps of a runbook tell. */
  readonly about: readonly FactData[];
  /** What stands before the first step of a runbook, Markdown; empty where nothing does. */
  readonly lead: string;
  /** The steps of a runbook, also the only one; none for any other row. */
  readonly steps: readonly StepData[];
  readonly proof: ProofData | null;
}

/** The rows of an item: short ones as a table, long ones one by one. */
export interface RecordsData {
  /** Which table it is, such as `runbooks`; null where there are no rows. */
  readonly register: RegisterName | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** For each cell of `rows` the title of the runbook that it leads to; null where it leads nowhere. */
  readonly leads: readonly (readonly (string | null)[])[];
  readonly entries: readonly EntryData[];
  /**
   * Who calls whom among the components, as texts of Mermaid flow charts: one of all, or one for each
   * host where that is too much for a page. Empty where nobody said so, or where it is still too much.
   */
  readonly charts: readonly string[];
  /** The same in words, a sentence for each component and system; empty where nobody said so. */
  readonly told: readonly string[];
  /** What is not known of who calls whom, a sentence each. */
  readonly gaps: readonly string[];
}

function toFact(record: HandoffRecord, {name, label, kind, isOutput}: Field): FactData {
  const text = fieldWords(record, name);
  if (fieldReason(record, name) !== undefined) return {label, text, kind: 'line'};
  if (isOutput) return {label, text, kind: 'output'};
  if (kind === 'steps') return {label, text, kind: 'text'};
  return {label, text, kind: kind === 'text' || kind === 'commands' ? kind : 'line'};
}

/** A row as an entry of its own, as an audience may see it. */
export function entryData(
  handoff: Handoff,
  record: HandoffRecord,
  {audience, now}: Reading,
): EntryData {
  const [, ...fields] = fieldsReadBy(record.register, audience);
  const facts = fields
    .map((field) => ({field, fact: toFact(record, field)}))
    .filter(({fact: {text}}) => text !== '');
  const isRunbook = record.register === 'runbooks';
  const isInSteps = ({kind, isOutput}: Field) =>
    isRunbook && (kind === 'commands' || kind === 'steps' || isOutput === true);
  return {
    title: isRunbook ? runbookTitle(record) : recordTitle(record),
    facts: facts.map(({fact}) => fact),
    isRunbook,
    about: facts
      .filter(({field}) => !isInSteps(field) || fieldReason(record, field.name) !== undefined)
      // That it is for nothing in particular tells nobody anything.
      .filter(({field, fact}) => field.name !== 'purpose' || fact.text !== 'other')
      .map(({fact}) => fact),
    ...stepsData(handoff, record, audience),
    proof: proofData(handoff, record, now),
  };
}

function isLong(record: HandoffRecord): boolean {
  return registers[record.register].fields.some(
    ({kind}) => kind === 'text' || kind === 'commands' || kind === 'steps',
  );
}

/** What stands in a cell, and the heading of the same document to which it leads. */
interface Cell {
  readonly text: string;
  readonly leadsTo: string | null;
}

function cellsOf(handoff: Handoff, record: HandoffRecord, reading: Reading) {
  const fields = fieldsReadBy(record.register, reading.audience).map((field) => ({
    label: field.label,
    text: fieldWords(record, field.name),
    leadsTo: runbookNamed(handoff, record, field, reading.audience),
  }));
  const derived = derivedColumns(record.register).map(({label, text}) => ({
    label,
    text: text(handoff, record, reading),
    leadsTo: null,
  }));
  return new Map<string, Cell>([...fields, ...derived].map(({label, ...cell}) => [label, cell]));
}

function toTable(handoff: Handoff, records: readonly HandoffRecord[], reading: Reading) {
  const all = records.map((record) => cellsOf(handoff, record, reading));
  // A column that says nothing in any row only takes room.
  const columns = [...(all[0]?.keys() ?? [])].filter((label) =>
    all.some((cells) => cells.get(label)?.text),
  );
  return {
    columns,
    rows: all.map((cells) => columns.map((label) => cells.get(label)?.text ?? '')),
    leads: all.map((cells) => columns.map((label) => cells.get(label)?.leadsTo ?? null)),
  };
}

/** Who calls whom, where the components are told of, from the rows that an audience may see. */
function toArchitecture(
  handoff: Handoff,
  records: readonly HandoffRecord[],
  audience: Audience,
): Pick<RecordsData, 'charts' | 'told' | 'gaps'> {
  if (!records.some(({register}) => register === 'components'))
    return {charts: [], told: [], gaps: []};
  const shown = handoff.records.filter((record) => mayReadRow(handoff, audience, record));
  const architecture = architectureOf({system: handoff.system, records: shown});
  return {
    charts: architectureCharts(architecture),
    told: architecture.calls.length === 0 ? [] : tellArchitecture(architecture),
    gaps: architecture.gaps,
  };
}

/** The rows that answer an item, as an audience may see them. */
export function recordsData(handoff: Handoff, item: string, reading: Reading): RecordsData {
  const records = rowsAtReadBy(handoff, reading.audience, item);
  const short = records.filter((record) => !isLong(record));
  return {
    register: records[0]?.register ?? null,
    ...toTable(handoff, short, reading),
    entries: records.filter(isLong).map((record) => entryData(handoff, record, reading)),
    ...toArchitecture(handoff, records, reading.audience),
  };
}

/** What is still missing in the rows of an item, in words, a row each. */
export function missingInRecords(handoff: Handoff, item: string, audience: Audience): string[] {
  return rowsAtReadBy(handoff, audience, item).flatMap((record) => {
    const labels = missingFields(record)
      .filter(({isInternal}) => isInternal !== true)
      .map(({label}) => label.toLowerCase());
    return labels.length === 0 ? [] : [`"${recordTitle(record)}" lacks ${labels.join(', ')}`];
  });
}
