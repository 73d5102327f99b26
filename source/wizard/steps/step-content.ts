import type {ReactNode} from 'react';
import type {StepSize} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import type {Line} from '../list/line.ts';
import type {Row} from '../list/row.ts';
import type {View} from '../view.ts';

/** What can be done at a row, and what is known of it. */
export interface AtRow {
  /** The keys of the row, the most useful first. */
  readonly keys: KeyLayer;
  /** All that is known of the row; the pane scrolls. */
  readonly detail?: (width: number) => readonly Line[];
}

/** A step as data. One screen draws them all: it selects, asks, scrolls and goes on. */
export interface StepContent {
  readonly rows: readonly Row[];
  /** Key of the row where the cursor begins while none of the rows is selected; the first one unless named. */
  readonly start?: string | undefined;
  /** What there is at a row, by its key; without one where no row can be selected. */
  readonly at: (selected: string | undefined) => AtRow;
  /** Keys that work whichever row is selected, after those of the row. */
  readonly keys?: KeyLayer;
  /** At the right of the title, in place of the progress. */
  readonly figure?: string | Line;
  /** Between the title and the rows. */
  readonly lead?: (size: StepSize) => readonly Line[];
  /** Leaves the introduction out, where what happens now needs its room. */
  readonly isTerse?: boolean;
  /** What is shown over the whole room in place of the rows, such as a clock for everybody. */
  readonly instead?: ((size: StepSize) => ReactNode) | undefined;
}

/** The hook of a step's folder: what the step is now. */
export type UseStep = (view: View) => StepContent;
