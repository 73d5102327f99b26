import type {Change} from '../../handoff/changes/catalogue.ts';
import {foldAsked} from '../../handoff/changes/fold.ts';
import {toAction} from '../../handoff/changes/journal.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Refusal} from '../../handoff/rules/refused.ts';
import type {LiveHandoff} from '../../store/live-handoff.ts';
import {refusalOf} from '../../store/refusal-of.ts';
import {remark} from '../../tell-aside.ts';

/** A handoff to which what is found is added: written, or only supposed. */
export interface HeldHandoff {
  readonly handoff: () => Handoff;
  readonly refusal: (change: Change) => Refusal | undefined;
  readonly append: (changes: readonly Change[]) => Promise<void>;
}

/** Writes each change, and says on standard error what was left out. */
export function written(live: LiveHandoff): HeldHandoff {
  return {
    handoff: () => live.snapshot().handoff,
    refusal: live.refusal,
    async append(changes) {
      const notice = await live.dispatch(changes);
      if (notice !== undefined) remark(notice);
    },
  };
}

/** Goes on as if each change was written. */
export function supposed(live: LiveHandoff, actor: string): HeldHandoff {
  const {journal, handoff: before} = live.snapshot();
  const at = new Date().toISOString();
  let handoff = before;
  return {
    handoff: () => handoff,
    refusal: (change) => refusalOf({handoff, journal}, [change], {actor, now: at}),
    async append(changes) {
      for (const change of changes) {
        const action = toAction(journal, change, {id: 'supposed', at, actor});
        handoff = foldAsked(handoff, journal, action);
      }
    },
  };
}
