import type {Weekday} from '../../handoff/time/business-calendar.ts';

/** Colours for a dark or a light terminal, or none. */
export const themeNames = ['dark', 'light', 'plain'] as const;

/** What a person has set; each absent until they have. */
export interface SettingValues {
  /** The name that actions carry. */
  readonly name?: string;
  /** The program for texts and files, with its arguments. */
  readonly editor?: string;
  /** The program that shows what is longer than the terminal, with its arguments; `cat` for none. */
  readonly pager?: string;
  /** Absent where the terminal is asked. */
  readonly theme?: (typeof themeNames)[number];
  /** Whether signs are ASCII; absent where the locale says it. */
  readonly plainSigns?: boolean;
  /** Whether screens are put into words. */
  readonly screenReader?: boolean;
  /** The language that dates are written in, as BCP 47 names it. */
  readonly dateLanguage?: string;
  /** Days of the week on which nobody works; Saturday and Sunday where it is not said. */
  readonly weekend?: readonly Weekday[];
  /** Days that are no business days besides weekends, `YYYY-MM-DD`, in order. */
  readonly holidays?: readonly string[];
  /** Days that are worked although they are a holiday or of the weekend, `YYYY-MM-DD`, in order. */
  readonly worked?: readonly string[];
  /** The name of the playbook that a handoff follows where its workspace has none. */
  readonly playbook?: string;
  /** The folder in which a team keeps its playbooks, absolute. */
  readonly playbooks?: string;
  /** The folder with document templates for all handoffs, absolute. */
  readonly templates?: string;
}

export type SettingField = keyof SettingValues;
