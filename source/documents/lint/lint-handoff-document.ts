import type {Handoff} from '../../handoff/model/handoff.ts';
import type {DocumentName} from '../document-names.ts';
import {isPrinted, partEntries, type PartEntry} from '../data/parts-data.ts';
import {partTitles} from '../../playbook/part-titles.ts';
import {partNames} from '../../playbook/playbook.ts';
import {parseText} from '../markdown/safe-markdown.ts';
import {gapsIn, readinessOf, type DocumentReadiness, type LintFinding} from './finding.ts';
import {offeredFinding} from './offered-finding.ts';
import {recordFindings, type RecordFinding} from './lint-records.ts';
import {linkFindings, type LinkTargets} from './link-rules.ts';
import {
  isOnlyPlaceholder,
  outputFindings,
  placeholderFindings,
  secretFindings,
  type TextFinding,
} from './text-rules.ts';

const document: DocumentName = 'handoff-document';

function notWritten({isOptional}: PartEntry, what: string): TextFinding {
  return {
    rule: 'not-written',
    level: isOptional ? 'warning' : 'required',
    what,
    toDo: 'Write it, or say why it does not apply.',
  };
}

/** Every rule for one text. */
async function textFindings(text: string, targets: LinkTargets): Promise<TextFinding[]> {
  const root = parseText(text);
  return [
    ...placeholderFindings(text),
    ...(root ? [...outputFindings(root), ...linkFindings(root, targets)] : []),
    ...(await secretFindings(text)),
  ];
}

/** A topic that is only offered, and that nobody has taken up. */
function isLeftOut(entry: PartEntry): boolean {
  return entry.lacking !== undefined && !isPrinted(entry);
}

async function entryFindings(entry: PartEntry, targets: LinkTargets): Promise<TextFinding[]> {
  const {title, state, lacking} = entry;
  const text = state.text ?? '';
  if (lacking !== undefined && isLeftOut(entry)) return [offeredFinding(title, lacking)];
  if (!isPrinted(entry)) return [notWritten(entry, `"${title}" is not written yet.`)];
  if (isOnlyPlaceholder(text)) return [notWritten(entry, `"${title}" says only "${text.trim()}".`)];
  return textFindings(text, targets);
}

/** The entries that count: what does not apply does not, and a part's own text only when needed. */
function counted(entries: readonly PartEntry[]): PartEntry[] {
  return entries.filter((entry) => {
    if (isPrinted(entry)) return true;
    if (entry.state.status === 'not-applicable') return false;
    // Where a part has topics, a text for all of it is welcome and not asked for.
    return !entry.isWhole || !entries.some(({part, isWhole}) => part === entry.part && !isWhole);
  });
}

/** Parts that no item of the playbook stands for, so that nobody was ever asked to write them. */
function partsWithoutItem(entries: readonly PartEntry[]): LintFinding[] {
  return partNames
    .filter((name) => !entries.some(({part}) => part === name))
    .map((name) => ({
      document,
      part: partTitles[name],
      rule: 'not-written',
      level: 'warning',
      what: `No item of the playbook is about "${partTitles[name]}", so the part is empty.`,
      toDo: 'Add an item for it to your playbook.',
      place: undefined,
    }));
}

function itemOf({place}: PartEntry): string | undefined {
  return place?.line?.kind === 'item' ? place.line.id : undefined;
}

type EntryFinding = TextFinding & Pick<LintFinding, 'place'>;

function withoutRow({item: _, record: __, ...finding}: RecordFinding): EntryFinding {
  return finding;
}

/** The handoff document, topic by topic, with the item that each finding belongs to. */
export async function lintHandoffDocument(
  handoff: Handoff,
  targets: LinkTargets,
): Promise<DocumentReadiness> {
  const all = partEntries(handoff, {audience: 'customer', now: handoff.updatedAt}).sort(
    (a, b) => partNames.indexOf(a.part) - partNames.indexOf(b.part),
  );
  const entries = counted(all);
  const findings: LintFinding[] = [];
  let gaps = 0;
  const rows = await recordFindings(handoff, () => true);
  const places = new Set(entries.flatMap((entry) => itemOf(entry) ?? []));
  for (const entry of entries) {
    const own = await entryFindings(entry, targets);
    const found: readonly EntryFinding[] = [
      ...own.map((each) => ({...each, place: entry.place})),
      ...rows.filter(({item}) => item === itemOf(entry)).map(withoutRow),
    ];
    if (gapsIn(found).length > 0) gaps += 1;
    const part = partTitles[entry.part];
    findings.push(...found.map((each) => ({document, part, ...each})));
  }
  // Rows of other steps, such as the attendees, are printed outside the six parts.
  const others = rows.filter(({item}) => !places.has(item));
  findings.push(...others.map((row) => ({document, part: 'Records', ...withoutRow(row)})));
  gaps += new Set(others.map(({record}) => record)).size;
  const lacking = partsWithoutItem(all);
  const asked = entries.filter((entry) => !isLeftOut(entry)).length;
  const total = asked + lacking.length + new Set(others.map(({record}) => record)).size;
  return readinessOf(document, total, gaps + lacking.length, [...findings, ...lacking]);
}
