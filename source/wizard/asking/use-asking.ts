import {useRef, useState} from 'react';
import type {Message} from '../frame/message.ts';
import type {HoldKeys} from '../keys/hold-keys.ts';
import {isChoice, type Ask, type AskPerson, type TextAsk} from './ask.ts';
import {createDraftKeeper} from './draft-keeper.ts';
import {textDiscarded, type Drafts} from './text-drafts.ts';

/** A question that is open. */
export interface OpenAsk {
  readonly id: number;
  readonly ask: Ask;
  /** What was being typed when the question was last lost, such as with the terminal. */
  readonly restored?: string | undefined;
  /** Called with what stands in the field whenever it has changed. */
  readonly change?: (typed: string) => void;
  readonly answer: (answer: string) => void;
  readonly leave: () => void;
}

export interface Asking {
  /** The open questions; the last one is answered first, such as why, before what it is about. */
  readonly open: readonly OpenAsk[];
  readonly ask: AskPerson;
}

export interface AskingOptions {
  /** Where what is typed into a question is kept; without it, it is gone with the question. */
  readonly draftsOf?: (ask: TextAsk) => Drafts;
  /** Keys wait until a text that was answered or left is gone, so that it is not met again. */
  readonly holdKeysDuring?: HoldKeys;
  readonly say?: (message: Message) => void;
}

/** A typed answer on its way: kept as a draft from the first key on, and dropped with the question. */
function typing(ask: Ask, options: AskingOptions) {
  const drafts =
    isChoice(ask) || ask.isSecret || ask.isPassing ? undefined : options.draftsOf?.(ask);
  const initial = isChoice(ask) ? '' : (ask.initialText ?? '');
  const restored = drafts?.read();
  const keeper = drafts && createDraftKeeper(drafts.keep);
  let typed = restored ?? initial;
  return {
    restored: restored === initial ? undefined : restored,
    change(text: string) {
      typed = text;
      // A disk that takes nothing now is told of when the answer is saved.
      keeper?.keep(text).catch(() => undefined);
    },
    drop() {
      const dropped = keeper?.settle().then(() => drafts?.drop());
      dropped?.catch(() => undefined);
      if (dropped) options.holdKeysDuring?.(dropped);
    },
    /** What to say of a text that is left without having been an answer. */
    discarded: () => (drafts && typed !== initial ? textDiscarded(drafts, typed) : undefined),
  };
}

/** Keeps the questions that are open on a screen, with what was typed, until each is answered or left. */
export function useAsking(options: AskingOptions = {}): Asking {
  const [open, setOpen] = useState<readonly OpenAsk[]>([]);
  const asked = useRef(0);
  const kept = useRef(new Set<number>());

  function raise(ask: Ask, resolve: (answer: string | undefined) => void): void {
    asked.current += 1;
    const id = asked.current;
    const text = typing(ask, options);
    function close(answer: string | undefined): void {
      setOpen((all) => all.filter((one) => one.id !== id));
      text.drop();
      resolve(answer);
    }
    /** A second Enter while the first is being kept would do it twice. */
    async function keep(answer: string): Promise<void> {
      if (kept.current.has(id)) return;
      kept.current.add(id);
      const isKept = await ask.keep?.(answer).catch(() => false);
      kept.current.delete(id);
      if (isKept !== false) close(answer);
    }
    function leave(): void {
      close(undefined);
      const said = text.discarded();
      if (said) options.say?.(said);
    }
    const {restored} = text;
    const change = (typed: string) => text.change(typed);
    const answer = (given: string) => void keep(given);
    setOpen((all) => [...all, {id, ask, restored, change, answer, leave}]);
  }

  return {open, ask: (ask) => new Promise((resolve) => raise(ask, resolve))};
}
