import type {LiveHandoff} from '../../source/store/live-handoff.ts';
import {keepDraft} from '../../source/store/drafts.ts';
import {keepEvidence} from '../../source/store/evidence.ts';
import {trustFile} from '../../source/store/settings/settings.ts';
import {longText, notesOf, sha256Of, tokenWords, type Token} from './tokens.ts';

/** The item whose notes tell what was kept. */
export const notedItem = 'architecture';

/** Keeps what a token stands for by the way that the program keeps it; resolves once it is kept. */
export async function keep(
  home: string,
  id: string,
  live: LiveHandoff,
  token: Token,
): Promise<void> {
  switch (token.kind) {
    case 'note':
    case 'pair':
      await live.dispatch(
        notesOf(token).map((note) => ({type: 'item/noted', item: notedItem, note}) as const),
      );
      return;
    case 'trust':
      await trustFile(home, sha256Of(tokenWords(token)), `/srv/${token.number}/handoff.yaml`);
      return;
    case 'evidence':
      await keepEvidence(home, longText(token));
      return;
    case 'draft':
      await keepDraft(home, id, token.writer, longText(token));
      return;
    case 'cursor':
      await live.savePosition({step: 'validation', item: String(token.number)});
  }
}
