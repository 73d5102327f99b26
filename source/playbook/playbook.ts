/** A place in a file; line and column are counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** Which of the files of the playbook, counted from 0; absent for the first. */
  readonly file?: number;
}

/** A planned length in whole minutes; `min` equals `max` where the text names one figure. */
export interface Minutes {
  readonly min: number;
  readonly max: number;
}

/** Which screen a step opens with. `checklist` is the default for anything that lists work. */
export const screens = [
  'checklist',
  'text',
  'checks',
  'documents',
  'plan',
  'agenda',
  'demonstrations',
  'follow-ups',
  'transition',
  'sign-off',
] as const;
export type Screen = (typeof screens)[number];

export const phaseKinds = ['preparation', 'session', 'post-handoff'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** The tables that an item can keep; `source/handoff/registers` says what is in each. */
export const registerNames = [
  'components',
  'settings',
  'dependencies',
  'access',
  'flows',
  'runbooks',
  'symptoms',
  'escalations',
  'training',
  'teach-back',
  'severities',
  'out-of-scope',
  'contacts',
  'transition',
  'acknowledgements',
  'duties',
  'attendees',
  'approvers',
  'risks',
  'check-ins',
  'ties',
  'criteria',
  'decisions',
  'data',
  'monitoring',
  'recovery',
  'capacity',
  'maintenance',
  'contracts',
  'glossary',
  'reviews',
] as const;
export type RegisterName = (typeof registerNames)[number];

/** Who may read something: the receiver and the team that hands over, or that team alone. */
export const audiences = ['customer', 'internal'] as const;
export type Audience = (typeof audiences)[number];

/** How much a handoff is of, the smallest first. */
export const systemSizes = ['one-host', 'service', 'platform'] as const;
export type SystemSize = (typeof systemSizes)[number];

/** The parts of a handoff document, in order: what a text or a table is about is one of them. */
export const partNames = [
  'deployed',
  'access',
  'operate',
  'troubleshoot',
  'contact',
  'resources',
] as const;
export type PartName = (typeof partNames)[number];

/**
 * What settles an item by itself, so that nobody ticks it:
 * `checks` they ran whole; `outcomes` each is a pass, or somebody says what of the rest; `plan` a
 * session is planned; `check-in` the first one was held; `demonstration` the receiver performed it;
 * `teach-back` the receiver knows the answer to each question of the training; `open-points` none is left; `sign-off` the receiver accepted; `set` the documents were written
 * since the session, before somebody says that they were sent; `recording` nobody refused one;
 * `part` a part of the handoff document is complete; `documentation` all that is prepared in
 * writing is; `access` every access is described; `published` the outcome has reached a tracker or a CRM.
 */
export const settlingFacts = [
  'checks',
  'outcomes',
  'plan',
  'check-in',
  'demonstration',
  'teach-back',
  'open-points',
  'sign-off',
  'set',
  'recording',
  'part',
  'documentation',
  'access',
  'published',
] as const;
export type SettlingFact = (typeof settlingFacts)[number];

/**
 * The thresholds of the gates. A playbook without them has no gates. The defaults are this
 * project's own proposals, but for those that `defaultGates` names a source of.
 */
export interface GateSettings {
  /** Nothing is asked but that required items are settled and required checks hold. */
  readonly asks?: 'required';
  /** Items that must be proven on the running system. */
  readonly prove: readonly string[];
  /** A proof counts for this many days. */
  readonly proofDays: number;
  /** The test of an escalation contact counts for this many days. */
  readonly contactDays: number;
  /** Characters that the reason of a not-applicable needs. */
  readonly reasonLength: number;
  /** Minutes that a session takes at the least. */
  readonly sessionMinutes: number;
  /** The agenda block in which the customer drives, by id. */
  readonly handsOnBlock: string;
  /** The share of that block in which the customer drives, in percent. */
  readonly handsOnPercent: number;
  /** Business days from the session to the first check-in. */
  readonly firstCheckIn: number;
  /** Business days from one check-in to the next. */
  readonly checkInEvery: number;
  /** Business days without an issue of severity 1 before the transition may close. */
  readonly quietDays: number;
}

/**
 * Fourteen days for proofs and contacts, an hour for a session and the rhythm of check-ins are
 * proposals; that a named end date alone does not close a transition is ITIL's early life support.
 */
export const defaultGates: GateSettings = {
  prove: [],
  proofDays: 14,
  contactDays: 14,
  reasonLength: 15,
  sessionMinutes: 60,
  handsOnBlock: '',
  handsOnPercent: 50,
  firstCheckIn: 2,
  checkInEvery: 5,
  quietDays: 5,
};

/** What has to hold where a file says nothing of gates. */
export const requiredGates: GateSettings = {
  ...defaultGates,
  asks: 'required',
  // How long a session takes, such a file says by its agenda.
  sessionMinutes: 0,
};

/** When an item falls due, counted from the real end of the session, or the last day of the transition. */
export interface DueRule {
  readonly amount: number;
  readonly unit: 'hours' | 'days' | 'business-days';
  readonly after: 'session' | 'transition';
}

export interface Link {
  readonly text: string;
  readonly url: string;
  readonly position: Position;
}

/** One list entry of the playbook. Agenda blocks carry minutes and have their topics as children. */
export interface Item {
  /** Unique in the playbook; made from the text, so it survives a reordering of the file. */
  readonly id: string;
  /** The entry's own line as plain text, without its minutes and without "(if applicable)". */
  readonly text: string;
  /** What stands below the entry's first line, as Markdown with its lines. */
  readonly details?: string;
  readonly isOptional: boolean;
  /** `- [x]` in the file: a new handoff starts with this item done. */
  readonly isChecked: boolean;
  /** Struck out in the file: a new handoff starts with this item not applicable. */
  readonly isStruck?: boolean;
  /** The step is a text to read, which a person confirms; nothing to do is counted. */
  readonly isReading?: boolean;
  /** Who has it, where the file names somebody. */
  readonly owner?: string;
  /** The day that the file names, `YYYY-MM-DD`. */
  readonly dueOn?: string;
  /** Addresses that the file gives as evidence. */
  readonly evidence?: readonly string[];
  readonly minutes?: Minutes;
  /** Code spans that hold a command, offered as runnable and never run unasked. */
  readonly commands: readonly string[];
  readonly links: readonly Link[];
  readonly due?: DueRule;
  /** The table that the item keeps besides its text. */
  readonly register?: RegisterName;
  /** Where it is printed, if not where its register or its words belong. */
  readonly part?: PartName;
  /** Who may read it, where the playbook says so; the entries below it have the same. */
  readonly audience?: Audience;
  /** What settles it, where that is a fact. */
  readonly settledBy?: SettlingFact;
  /** The smallest system that it is asked of; of any where it says nothing. The entries below it have the same. */
  readonly askedFrom?: SystemSize;
  /** Somebody added it during the handoff; no file has it. */
  readonly isAdded?: boolean;
  /** The file has it no more, and something was said of it: it stays to be read and asks for nothing. */
  readonly isGone?: boolean;
  readonly children: readonly Item[];
  readonly position: Position;
}

export const textKinds = ['prose', 'code', 'table', 'quote'] as const;
export type TextKind = (typeof textKinds)[number];

/** What stands between the items of a step and is read, not settled. */
export interface StepText {
  readonly kind: TextKind;
  readonly markdown: string;
  /** The item that it stands directly above; absent below the last one. */
  readonly above?: string;
  readonly position: Position;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly screen: Screen;
  /** In playbooks read by earlier versions: the text above the first item. `sequenceOf` knows both. */
  readonly introduction?: string;
  /** What stands between the items, in the order of the file. */
  readonly texts?: readonly StepText[];
  /** The length that the heading announces, as "Agenda 60-90 min" does. */
  readonly minutes?: Minutes;
  readonly items: readonly Item[];
  /** It is ours and stands in no file: without it the checklist would have no end. */
  readonly isAppended?: boolean;
  readonly position: Position;
}

export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  readonly title: string;
  readonly introduction?: string;
  readonly steps: readonly Step[];
  readonly position: Position;
}

export interface Gotcha {
  readonly text: string;
  readonly position: Position;
}

/** A whole playbook as data: what `playbook show --json` prints and what a handoff carries. */
export interface Playbook {
  readonly title: string;
  /** The text of the Context section, as Markdown. */
  readonly context?: string;
  readonly phases: readonly Phase[];
  readonly gotchas: readonly Gotcha[];
  /** Absent: nothing has to hold before the next phase. */
  readonly gates?: GateSettings;
  /** The entries of the Links section. Links inside items stay with their item. */
  readonly links: readonly Link[];
  /** Things a reader should know, such as an agenda whose blocks do not add up to its headline. */
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly message: string;
  readonly position: Position;
}
