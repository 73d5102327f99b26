import type {AnsweredDraft, DraftLook, FoundDraft} from './found-draft.ts';
import type {Handoff} from '../model/handoff.ts';
import {untold} from './draft-facts.ts';

type Looked = Pick<Handoff, 'draftLooks'>;

/** Each thing once; of two looks of one kind the later has the word. */
function lastSaid(looks: readonly DraftLook[]): ReadonlyMap<string, FoundDraft> {
  return new Map(looks.flatMap(({drafts}) => drafts.map((draft) => [draft.key, draft] as const)));
}

/** What runs counts; what it leaves open, the files tell. A check is one or the other. */
function together(running: FoundDraft, written: FoundDraft): FoundDraft {
  if (running.kind === 'check') return running;
  const told = Object.entries(running.fields).filter(([, value]) => value !== untold);
  return {
    ...running,
    fields: {...running.fields, ...written.fields, ...Object.fromEntries(told)},
    source: [...new Set([running.source, written.source])].join('; '),
  };
}

/** What the last look at each folder and at each host found, each thing once. */
export function foundDrafts({draftLooks}: Looked): readonly FoundDraft[] {
  const written = lastSaid(draftLooks.filter(({folder}) => folder !== undefined));
  const running = lastSaid(draftLooks.filter(({folder}) => folder === undefined));
  const both = [...running].map(([key, draft]): [string, FoundDraft] => {
    const other = written.get(key);
    return [key, other ? together(draft, other) : draft];
  });
  return [...new Map([...written, ...both]).values()];
}

/** A draft by its key. */
export function foundDraft({draftLooks}: Looked, key: string): FoundDraft | undefined {
  const looks = draftLooks.map((look) => ({
    ...look,
    drafts: look.drafts.filter((draft) => draft.key === key),
  }));
  return foundDrafts({draftLooks: looks})[0];
}

/** A draft by its key, as it is found now, or as it was when it was taken or left. */
export function knownDraft(handoff: Handoff, key: string): AnsweredDraft | undefined {
  return (
    foundDraft(handoff, key) ??
    handoff.records.find(({draft}) => draft?.key === key)?.draft ??
    handoff.draftAnswers.find((answer) => answer.key === key)
  );
}
