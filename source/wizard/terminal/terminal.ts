import {createContext, useContext} from 'react';

/** What Ink and the program do for the terminal; there once the first screen is. */
export interface Screen {
  /** Leaves the terminal as it was found while `work` goes on, then draws all anew. */
  readonly suspend: (work: () => Promise<void>) => Promise<void>;
  /** Forgets what has been drawn. */
  readonly clear: () => void;
  readonly leave: () => void;
}

/** The terminal as the screens know it. */
export interface Terminal {
  /** Hands it to somebody else, such as an editor, while `work` goes on. */
  readonly lend: <T>(work: () => Promise<T>) => Promise<T>;
  /** Draws everything anew, whatever else has written on it. */
  readonly redraw: () => void;
  /** The same once another screen is shown: what is torn heals with it. */
  readonly heal: () => void;
  /** Stops this program, as Ctrl+Z does with others; it goes on with `fg`. */
  readonly suspend: () => void;
  /** Asks it to take a text to its clipboard (OSC 52); whether it does, nobody is told. */
  readonly copy: (text: string) => void;
  /** Ends the wizard. */
  readonly leave: () => void;
}

const none = () => undefined;

/** Without a terminal of its own, as on a drawing board, there is nothing to hand over. */
const TerminalContext = createContext<Terminal>({
  lend: (work) => work(),
  redraw: none,
  heal: none,
  suspend: none,
  copy: none,
  leave: none,
});

export const TerminalProvider = TerminalContext.Provider;

export function useTerminal(): Terminal {
  return useContext(TerminalContext);
}
