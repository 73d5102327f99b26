import type {Reading} from './reading.ts';
import {runbookTitle} from './runbook-title.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {itemsReadBy, rowsReadBy} from '../../handoff/audience/readable.ts';
import {purposeOf, restoringRunbooks, type Purpose} from '../../handoff/registers/purposes.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import type {DemonstrationData} from './session/demonstrations-data.ts';
import {proofData, type ProofData} from './proofs-data.ts';
import {entryData, type EntryData} from './records-data.ts';

/** A runbook with the topic that it answers. */
export interface RunbookData extends EntryData {
  readonly topic: string;
  /** When to use it. */
  readonly trigger: string;
}

/** What stands in the playbook for the rows of a table and was written as a text instead. */
export interface WrittenData {
  readonly title: string;
  readonly text: string;
}

/** A piece of training material, with the demonstration that practises it. */
export interface MaterialData {
  readonly title: string;
  /** Such as `workflow` or `frequent question`. */
  readonly kind: string;
  readonly content: string;
  readonly audience: string;
  readonly demonstration: string;
  /** How that demonstration went, `never performed` too; nothing where there is no such one. */
  readonly result: string | null;
}

/** What people do with the system, and how they learn it. */
export interface OperationData {
  readonly runbooks: readonly RunbookData[];
  /** Texts at the items that runbooks belong to. */
  readonly procedures: readonly WrittenData[];
  /** Texts at the items that severities and training material belong to. */
  readonly severities: readonly WrittenData[];
  readonly lessons: readonly WrittenData[];
  /** Topics that should have a runbook and have neither one nor a text. */
  readonly missing: readonly string[];
  readonly material: readonly MaterialData[];
  /** The kinds of the material, each once. */
  readonly kinds: readonly string[];
  /** How a restore stands; nothing where the handoff keeps neither a backup nor a restore. */
  readonly restore: RestoreData | null;
}

export interface RestoreData {
  /** The runbook that restores; nothing where there is none, or none says that it does. */
  readonly runbook: string | null;
  /** Its last try: the newest that still counts, else the newest; nothing where it was never tried. */
  readonly proof: ProofData | null;
}

function materialData(
  handoff: Handoff,
  {audience}: Reading,
  tasks: readonly DemonstrationData[],
): MaterialData[] {
  return rowsReadBy(handoff, audience, 'training').map((record) => {
    const demonstration = fieldText(record, 'demonstration');
    const named = tasks.find(({task}) => task.toLowerCase() === demonstration.toLowerCase());
    return {
      title: recordTitle(record),
      kind: fieldText(record, 'kind') || 'other',
      content: fieldText(record, 'content'),
      audience: fieldText(record, 'audience'),
      demonstration,
      result: named?.result ?? null,
    };
  });
}

const hasText = (text: string | undefined) => (text ?? '').trim() !== '';

/** What was written at the items that keep a register. */
function writtenFor(
  handoff: Handoff,
  {audience}: Reading,
  register: RegisterName,
): readonly WrittenData[] {
  return itemsReadBy(handoff, audience).flatMap(({item}) => {
    const {text = ''} = itemStanding(handoff, item.id);
    return item.register === register && hasText(text) ? [{title: item.text, text}] : [];
  });
}

const ofData: ReadonlySet<Purpose> = new Set(['back up', 'restore']);

/** Only a restore tells of a restore: neither a backup nor what is merely called one. */
function restoreData(handoff: Handoff, {audience, now}: Reading): RestoreData | null {
  const records = rowsReadBy(handoff, audience, 'runbooks');
  const tried = restoringRunbooks({records})
    .map((row) => ({runbook: runbookTitle(row), proof: proofData(handoff, row, now)}))
    .toSorted((a, b) => ((a.proof?.at ?? '') > (b.proof?.at ?? '') ? -1 : 1));
  const isKept = records.some((row) => ofData.has(purposeOf(row)));
  const found = tried.find(({proof}) => proof?.isCurrent === true) ?? tried[0];
  return found ?? (isKept ? {runbook: null, proof: null} : null);
}

/** Runbooks in the order of the playbook, the texts beside them, and the training material. */
export function operationData(
  handoff: Handoff,
  reading: Reading,
  demonstrations: readonly DemonstrationData[],
): OperationData {
  const places = itemsReadBy(handoff, reading.audience).filter(
    ({item}) => item.register === 'runbooks',
  );
  const titles = new Map(places.map(({item}) => [item.id, item.text]));
  const order = [...titles.keys()];
  const records = rowsReadBy(handoff, reading.audience, 'runbooks').toSorted(
    (a, b) => order.indexOf(a.item) - order.indexOf(b.item),
  );
  const written = places.map(({item}) => ({item, state: itemStanding(handoff, item.id)}));
  const material = materialData(handoff, reading, demonstrations);
  return {
    runbooks: records.map((record) => ({
      ...entryData(handoff, record, reading),
      topic: titles.get(record.item) ?? '',
      trigger: fieldText(record, 'trigger'),
    })),
    procedures: writtenFor(handoff, reading, 'runbooks'),
    severities: writtenFor(handoff, reading, 'severities'),
    lessons: writtenFor(handoff, reading, 'training'),
    missing: written
      .filter(({state}) => state.status !== 'not-applicable' && !hasText(state.text))
      .filter(({item}) => !item.isGone)
      .filter(({item}) => !records.some((record) => record.item === item.id))
      .map(({item}) => item.text),
    material,
    kinds: [...new Set(material.map(({kind}) => kind))],
    restore: restoreData(handoff, reading),
  };
}
