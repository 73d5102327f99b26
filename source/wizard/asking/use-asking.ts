import {useRef, useState} from 'react';
import type {Ask, AskPerson} from './ask.ts';

/** A question that is open. */
export interface OpenAsk {
  readonly id: number;
  readonly ask: Ask;
  readonly answer: (answer: string) => void;
  readonly leave: () => void;
}

export interface Asking {
  /** The open questions; the last one is answered first, such as why, before what it is about. */
  readonly open: readonly OpenAsk[];
  readonly ask: AskPerson;
}

/** Keeps the questions that are open on a screen, with what was typed, until each is answered or left. */
export function useAsking(): Asking {
  const [open, setOpen] = useState<readonly OpenAsk[]>([]);
  const asked = useRef(0);
  const kept = useRef(new Set<number>());

  function raise(ask: Ask, resolve: (answer: string | undefined) => void): void {
    asked.current += 1;
    const id = asked.current;
    function close(answer: string | undefined): void {
      setOpen((all) => all.filter((one) => one.id !== id));
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
    const answer = (text: string) => void keep(text);
    setOpen((all) => [...all, {id, ask, answer, leave: () => close(undefined)}]);
  }

  return {open, ask: (ask) => new Promise((resolve) => raise(ask, resolve))};
}
