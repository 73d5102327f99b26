import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {kitRow} from '../../handoff/kits/received-handoff.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import {isKnownToWork, lastProof, proofStanding} from '../../handoff/standing/proof-standing.ts';
import {lastTry} from '../../handoff/session/demonstrations.ts';
import {entryWords, outcomeWords, runbookWords, taskWords} from '../../services/kit/kit-words.ts';
import type {Received} from '../../services/kit/received.ts';
import {plural} from '../../documents/words/plural.ts';
import {span} from '../list/line.ts';
import {gap, headingRow, type Row} from '../list/row.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';

/** What a row of a kit stands for. */
export type KitPlace =
  | {readonly kind: 'document'; readonly name: string}
  | {readonly kind: 'checks'}
  | {readonly kind: 'runbook'; readonly id: string}
  | {readonly kind: 'task'; readonly item: string}
  | {readonly kind: 'question'; readonly id: string}
  | {readonly kind: 'acceptance'};

const open: Sign = {glyph: glyphs.open, word: 'open', token: 'plain'};
const done: Sign = {glyph: glyphs.done, word: 'done', token: 'success'};
const partly: Sign = {glyph: glyphs.half, word: 'not all known', token: 'warning'};
const failed: Sign = {glyph: glyphs.cross, word: 'failed', token: 'danger'};

/** The name of a place among the rows. */
export function placeKey(place: KitPlace): string {
  switch (place.kind) {
    case 'document':
      return `${place.kind} ${place.name}`;
    case 'runbook':
    case 'question':
      return `${place.kind} ${place.id}`;
    case 'task':
      return `task ${place.item}`;
    case 'checks':
    case 'acceptance':
      return place.kind;
  }
}

/** The place that a key names; nothing for one that no row has. */
export function readPlace(key: string | undefined): KitPlace | undefined {
  const [, kind, rest = ''] = /^(\S+)(?: (.+))?$/su.exec(key ?? '') ?? [];
  switch (kind) {
    case 'document':
      return {kind, name: rest};
    case 'runbook':
    case 'question':
      return {kind, id: rest};
    case 'task':
      return {kind, item: rest};
    case 'checks':
    case 'acceptance':
      return {kind};
    default:
      return undefined;
  }
}

function section(title: string, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [gap, headingRow(title), ...rows];
}

function checkRows({opened: {kit}, handoff}: Received): Row[] {
  if (!kit.checks) return [];
  const last = handoff.checkRuns.at(-1);
  const results = last?.results ?? [];
  const isGood = results.every(({outcome}) => outcome === 'pass' || outcome === 'warn');
  const isBad = results.some(({outcome}) => outcome === 'fail');
  return [
    {
      key: 'checks',
      sign: last ? (isGood ? done : isBad ? failed : partly) : open,
      text: plural(kit.checks.names.length, 'check'),
      remarks: [span(last ? outcomeWords(last.results) : 'not run here yet', 'muted')],
    },
  ];
}

function runbookRows(received: Received, now: string): Row[] {
  const {kit} = received.opened;
  const {handoff} = received;
  return kit.runbooks.map((runbook): Row => {
    const row = kitRow(kit, runbook);
    const isWell = isKnownToWork(proofStanding(handoff, row, now));
    return {
      key: placeKey({kind: 'runbook', id: runbook.id}),
      sign: lastProof(handoff, runbook.id) ? (isWell ? done : failed) : open,
      text: recordTitle(row),
      remarks: [span(runbookWords(received, runbook.id, now), 'muted')],
    };
  });
}

function taskRows(received: Received): Row[] {
  return received.opened.kit.demonstrations.map(({item, text, standing}): Row => {
    const result = lastTry(received.handoff, item)?.result;
    return {
      key: placeKey({kind: 'task', item}),
      sign: result === undefined ? open : result === 'failed' ? failed : done,
      text,
      remarks: [span(taskWords(received, item), 'muted'), span(`with them: ${standing}`, 'muted')],
    };
  });
}

const said = (entries: readonly AnswerEntry[], id: string) =>
  entries.findLast((entry) => entry.kind === 'teach-back' && entry.question === id);

/** All that came with a kit, each with what was done with it here. */
export function receiverRows(received: Received, now: string): readonly Row[] {
  const {kit} = received.opened;
  const {entries} = received.receiving;
  const decided = entries.findLast((entry) => entry.kind === 'decision');
  const {decided: known} = kit.acceptance;
  const before = known ? [`with them: ${known}`] : decided ? [] : ['nobody has decided yet'];
  return [
    ...section(
      'Documents',
      kit.documents
        .filter(({files}) => files.some((file) => file.endsWith('.md')))
        .map(({name, title, about}) => ({
          key: placeKey({kind: 'document', name}),
          text: title,
          remarks: [span(about, 'muted')],
        })),
    ),
    ...section('Checks', checkRows(received)),
    ...section('Runbooks', runbookRows(received, now)),
    ...section('Demonstrations, to perform alone', taskRows(received)),
    ...section(
      'Questions to you',
      kit.questions.map(({id, text}) => ({
        key: placeKey({kind: 'question', id}),
        sign: said(entries, id) ? done : open,
        text,
      })),
    ),
    ...section('Your answer', [
      {
        key: 'acceptance',
        sign: decided ? done : open,
        text: decided ? entryWords(received, decided) : 'Accept or decline',
        remarks: before.map((text) => span(text, 'muted')),
        below: entries
          .filter(({kind}) => kind === 'question')
          .map((entry) => span(entryWords(received, entry), 'muted')),
      },
    ]),
  ].slice(1);
}
