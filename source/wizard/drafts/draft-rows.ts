import {registerNames} from '../../playbook/playbook.ts';
import {allItems} from '../../playbook/walk.ts';
import {draftPlace} from '../../handoff/drafts/draft-item.ts';
import {draftFacts} from '../../handoff/drafts/draft-facts.ts';
import type {DraftStanding} from '../../handoff/drafts/draft-standing.ts';
import {takingOf} from '../../handoff/drafts/take-draft.ts';
import type {FoundDraft, FoundValue} from '../../handoff/drafts/found-draft.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {span, type Span} from '../list/line.ts';
import {gap, headingRow, type Row} from '../list/row.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';

/** What a person has marked; nothing is done before it is written. */
export type Mark = 'take' | 'leave';
export type Marks = ReadonlyMap<string, Mark>;

const signs = {
  take: {glyph: glyphs.done, word: 'to be taken', token: 'success'},
  leave: {glyph: glyphs.never, word: 'not wanted', token: 'muted'},
  open: {glyph: glyphs.open, word: 'found', token: 'plain'},
  stuck: {glyph: glyphs.question, word: 'cannot be taken', token: 'warning'},
  gone: {glyph: glyphs.alarm, word: 'gone', token: 'warning'},
} as const satisfies Record<string, Sign>;

function valueWords(value: FoundValue): string {
  if (typeof value !== 'object') return String(value).replaceAll(/\s*\n\s*/gu, '; ');
  if (Array.isArray(value)) return value.map((one: FoundValue) => valueWords(one)).join(' ');
  return Object.entries(value)
    .map(([name, one]) => `${name} ${valueWords(one)}`)
    .join(', ');
}

/** What a draft is called; a flow by its ends. */
export function draftName({fields}: FoundDraft): string {
  const names = fields['name'] === undefined ? ['from', 'to'] : ['name'];
  return names.map((name) => valueWords(fields[name] ?? '')).join(' → ');
}

function labelOf({register}: FoundDraft, name: string): string {
  const fields = register === undefined ? [] : registers[register].fields;
  return (fields.find((one) => one.name === name)?.label ?? name).toLowerCase();
}

/** Each field of a draft in words, but for its name. */
export function draftWords(draft: FoundDraft): string[] {
  const {fields} = draft;
  const isNamed = fields['name'] !== undefined;
  return Object.entries(fields)
    .filter(([name]) => (isNamed ? name !== 'name' : name !== 'from' && name !== 'to'))
    .map(([name, value]) => `${labelOf(draft, name)} ${valueWords(value)}`);
}

function changeWords({draft, row, offers = {}}: DraftStanding): string[] {
  if (!row) return draftWords(draft);
  return Object.entries(offers).map(([name, value]) => {
    const before = fieldText(row, name);
    const now = typeof value === 'string' ? value : '';
    return `${labelOf(draft, name)} ${before === '' ? now : `${before}, now ${now}`}`;
  });
}

function signOf({state}: DraftStanding, mark: Mark | undefined, isStuck: boolean): Sign {
  if (mark) return signs[mark];
  return state === 'gone' ? signs.gone : isStuck ? signs.stuck : signs.open;
}

const reasons = new WeakMap<DraftStanding, {readonly why: string | undefined}>();

/** Why it cannot be taken; nothing where it can. A standing is of one state of the handoff, so it is asked once. */
export function stuckBecause(handoff: Handoff, standing: DraftStanding): string | undefined {
  const known = reasons.get(standing);
  if (known) return known.why;
  const taking = takingOf(handoff, standing);
  const why = 'why' in taking ? taking.why : undefined;
  reasons.set(standing, {why});
  return why;
}

interface RowsOptions {
  readonly marks: Marks;
  readonly selected: string | undefined;
}

/** What is told below the selected line: all of it. */
function belowOf(handoff: Handoff, standing: DraftStanding): Span[] {
  const {draft, state} = standing;
  const stuck = stuckBecause(handoff, standing);
  const place = draft.register && state === 'new' ? draftPlace(handoff, draft) : undefined;
  const item =
    place && 'item' in place
      ? allItems(handoff.playbook).find((one) => one.item.id === place.item)?.item.text
      : undefined;
  const unknown =
    draft.register === undefined
      ? []
      : Object.keys(draft.fields).filter(
          (name) => draftFacts(draft.register ?? 'components', draft.fields)[name] === undefined,
        );
  return [
    ...changeWords(standing).map((words) => span(words)),
    span(`Found in ${draft.source}${item === undefined ? '' : `. It goes to "${item}"`}.`, 'muted'),
    ...(unknown.length > 0
      ? [span(`Not taken: ${unknown.map((name) => labelOf(draft, name)).join(', ')}.`, 'muted')]
      : []),
    ...(stuck === undefined ? [] : [span(stuck, 'warning')]),
  ];
}

function rowOf(handoff: Handoff, standing: DraftStanding, {marks, selected}: RowsOptions): Row {
  const {draft} = standing;
  const isSelected = draft.key === selected;
  const stuck = stuckBecause(handoff, standing);
  return {
    key: draft.key,
    sign: signOf(standing, marks.get(draft.key), stuck !== undefined),
    text: draftName(draft),
    isCut: true,
    token: marks.get(draft.key) === 'leave' ? 'muted' : 'plain',
    ...(isSelected
      ? {below: belowOf(handoff, standing)}
      : {
          remarks: changeWords(standing).map((words) => span(words, 'muted')),
          figure: [span(draft.source.split('; ')[0] ?? '', 'muted')],
        }),
  };
}

function kindTitle({state, draft: {kind, register}}: DraftStanding): string {
  if (state === 'gone') return 'Taken, and not found any more';
  if (state === 'changed') return 'Found otherwise than it was taken';
  if (kind === 'check') return 'Checks';
  return register === undefined ? 'Other' : registers[register].title;
}

function order({state, draft: {kind, register}}: DraftStanding): number {
  if (state === 'changed') return -2;
  if (state === 'gone') return -1;
  return kind === 'check' || register === undefined
    ? registerNames.length
    : registerNames.indexOf(register);
}

/** By kind, what is new at the end; the order in which the rows are drawn. */
export function inOrder(standings: readonly DraftStanding[]): DraftStanding[] {
  return standings.toSorted((one, other) => order(one) - order(other));
}

/** What was found as rows under the headings of its kinds. */
export function draftRows(
  handoff: Handoff,
  standings: readonly DraftStanding[],
  options: RowsOptions,
): Row[] {
  const groups = Map.groupBy(standings, kindTitle);
  return [...groups].flatMap(([title, held], index) => [
    ...(index > 0 ? [gap] : []),
    headingRow(`${title} ${held.length}`),
    ...held.map((standing) => rowOf(handoff, standing, options)),
  ]);
}
