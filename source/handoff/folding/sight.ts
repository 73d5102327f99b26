import type {Action} from '../changes/catalogue.ts';
import type {Draft} from '../changes/draft.ts';
import type {Ancestry, Past} from './ancestry.ts';
import type {Replay} from './replay.ts';

/** What the writer of a line had before their eyes. */
export interface Sight {
  readonly before: (index: number) => Draft;
  readonly actions: (index: number) => readonly Action[];
  /** Lines that stand before it and that its writer had not seen. */
  readonly unseen: (index: number) => readonly number[];
}

/** How many states are remembered: each writer who is apart from the others needs one. */
const remembered = 16;

export function createSight(
  lines: readonly {readonly action: Action; readonly past: Past}[],
  replay: Pick<Replay, 'only' | 'with'>,
  {seenBy}: Pick<Ancestry, 'seenBy'>,
): Sight {
  const states = new Map<number, Draft>();

  function allSeen(index: number): number[] {
    const {before, behind} = seenBy(index);
    return [...Array.from({length: before}, (_, each) => each), ...behind];
  }

  /** The state as it was after a line, for those who go on from it alone. */
  function after(index: number): Draft {
    const behind: number[] = [];
    let from = index;
    for (;;) {
      const {action, past} = lines[from] ?? {};
      const [parent, ...others] = past?.parents ?? [];
      const isPlain = past && !past.isWhole && others.length === 0 && action?.type !== 'undone';
      if (states.has(from) || !isPlain || parent === undefined) break;
      behind.unshift(from);
      from = parent;
    }
    let state = states.get(from) ?? replay.only([...allSeen(from), from]);
    for (const each of behind) state = replay.with(state, each);
    states.delete(index);
    states.set(index, state);
    const [oldest] = states.keys();
    if (states.size > remembered && oldest !== undefined) states.delete(oldest);
    return state;
  }

  return {
    before(index) {
      const [parent, ...others] = lines[index]?.past.parents ?? [];
      return parent === undefined || others.length > 0
        ? replay.only(allSeen(index))
        : after(parent);
    },
    actions: (index) => allSeen(index).flatMap((each) => lines[each]?.action ?? []),
    unseen(index) {
      const {before, behind} = seenBy(index);
      const seen = new Set(behind);
      const rest = Array.from({length: index - before}, (_, each) => before + each);
      return rest.filter((each) => !seen.has(each));
    },
  };
}
