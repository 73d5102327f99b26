import {ctrl, keys} from '../../harness/keys.ts';
import type {Expectation} from '../../harness/wait-for-rows.ts';
import type {PlaceName} from './places.ts';

/** A screen to look at: where it is, and the keys that lead to it. */
export interface Scene {
  readonly name: string;
  readonly place: PlaceName;
  /** The step to open; without one, home. */
  readonly step?: string;
  readonly keys?: readonly string[];
  /** What tells that the first key has opened all that the others go through. */
  readonly opens?: Expectation;
  /** What tells that all of it is drawn, at every size. */
  readonly shows: Expectation;
  /** The same for a screen reader, where that has other words. */
  readonly heard?: Expectation;
}

const {enter, down} = keys;

function steps(place: PlaceName, wanted: Readonly<Record<string, Expectation>>): Scene[] {
  return Object.entries(wanted).map(([step, shows]) => ({
    name: `${place}-${step}`,
    place,
    step,
    shows,
  }));
}

/** How far the documents are comes late; the smallest screen only counts those rows. */
function showsReadiness(rows: readonly string[]): boolean {
  return rows.some((row) => /How far each document is|↓ (?:9|[12]\d) more below/.test(row));
}

/** On a wide screen what is next comes beside the list once the handoff is read. */
function showsHome(rows: readonly string[]): boolean {
  const isWide = rows.some((row) => row.length >= 110);
  const has = (words: RegExp) => rows.some((row) => words.test(row));
  return has(/❯ +Corner Shop/) && (!isWide || has(/Shut: /));
}

export const scenes: readonly Scene[] = [
  {name: 'first-run', place: 'none', shows: 'Start a handoff for this folder'},
  {name: 'new-handoff', place: 'none', keys: [enter], shows: 'Size'},
  {
    name: 'new-handoff-mistake',
    place: 'none',
    keys: [enter, enter, enter, enter, enter, enter],
    opens: 'Size',
    shows: 'needs a name',
  },
  {name: 'home', place: 'begun', shows: showsHome, heard: 'Corner Shop'},
  ...steps('begun', {
    'readiness-checklist': '? all keys',
    'what-was-deployed': '? all keys',
    'operational-runbooks': '? all keys',
    'training-material': '? all keys',
    'support-model': '? all keys',
    people: '? all keys',
    'risks-and-known-issues': '? all keys',
    validation: 'Service is healthy',
    'handoff-document': showsReadiness,
    'session-plan': '? all keys',
    agenda: '? all keys',
    demonstrations: '? all keys',
    'during-the-session': '? all keys',
    'immediate-follow-up': '? all keys',
    'open-points': '? all keys',
    transition: '? all keys',
    'what-still-hangs-on-us': '? all keys',
    'final-steps': '? all keys',
    'sign-off': '? all keys',
  }),
  {
    name: 'what-is-deployed',
    place: 'found',
    step: 'what-was-deployed',
    keys: ['F'],
    shows: /\d+ found/,
  },
  {name: 'item-owner', place: 'begun', step: 'readiness-checklist', keys: ['o'], shows: 'Owner:'},
  {
    name: 'item-not-applicable',
    place: 'begun',
    step: 'readiness-checklist',
    keys: ['n', enter],
    shows: 'needs a reason',
  },
  {name: 'help', place: 'begun', step: 'operational-runbooks', keys: ['?'], shows: 'Esc close'},
  {name: 'palette', place: 'begun', step: 'operational-runbooks', keys: [':'], shows: 'Esc close'},
  {name: 'find', place: 'begun', step: 'people', keys: ['/', 'back'], shows: 'Back up'},
  {
    name: 'record-form-new',
    place: 'begun',
    step: 'operational-runbooks',
    keys: ['/', 'escalation', enter, enter],
    shows: 'Add a',
  },
  {
    name: 'record-form-mistake',
    place: 'begun',
    step: 'support-model',
    keys: [
      '/',
      'escalation contacts',
      enter,
      enter,
      'Lee',
      ...Array.from({length: 5}, () => keys.tab),
      '03/04/2026',
      enter,
    ],
    shows: /Kept as a draft[^]*may be/,
  },
  {
    name: 'record-form-edit',
    place: 'ready',
    step: 'operational-runbooks',
    keys: [down, enter],
    shows: 'Runbook',
  },
  {
    name: 'text-editor',
    place: 'ready',
    step: 'what-was-deployed',
    keys: ['w'],
    shows: 'serves orders over HTTP',
  },
  {
    name: 'runbook-shown',
    place: 'ready',
    step: 'operational-runbooks',
    keys: [down, 'r'],
    shows: 'Runs in',
  },
  {
    name: 'runbook-changing',
    place: 'ready',
    step: 'operational-runbooks',
    keys: [down, down, down, 'r'],
    shows: 'Type yes',
  },
  {
    name: 'runbook-ended',
    place: 'ready',
    step: 'operational-runbooks',
    keys: [down, down, down, down, down, 'r', enter],
    shows: 'Suggested',
  },
  {
    name: 'document-preview',
    place: 'ready',
    step: 'handoff-document',
    keys: ['v'],
    shows: 'Orders service: handoff to',
  },
  {name: 'invitation', place: 'ready', step: 'session-plan', keys: ['i'], shows: /UTC, 60 minutes/},
  {
    name: 'plan-date',
    place: 'ready',
    step: 'session-plan',
    keys: [enter, ctrl('u'), '2026-12-03 14:00'],
    shows: '14:00, UTC',
  },
  ...steps('ready', {
    'what-was-deployed': '? all keys',
    'operational-runbooks': '? all keys',
    'training-material': '? all keys',
    'support-model': '? all keys',
    people: '? all keys',
    'session-plan': '? all keys',
    agenda: '? all keys',
    'handoff-document': showsReadiness,
  }),
  {
    name: 'gate-session-shut',
    place: 'begun',
    step: 'agenda',
    keys: ['s'],
    shows: 'Before the session',
  },
  {name: 'gate-waiver', place: 'begun', step: 'agenda', keys: ['s', 'w'], shows: 'Why waived'},
  {name: 'gate-handover-shut', place: 'running', step: 'agenda', keys: ['Z'], shows: 'missing'},
  {name: 'gate-closing-shut', place: 'ended', step: 'sign-off', keys: ['b'], shows: 'missing'},
  {name: 'gate-open', place: 'finished', step: 'sign-off', keys: ['b'], shows: 'Esc back'},
  ...steps('running', {demonstrations: '? all keys'}),
  {
    name: 'running-agenda',
    place: 'running',
    step: 'agenda',
    shows: '▶ Walkthrough',
    heard: 'running, Walkthrough',
  },
  {
    name: 'session-large-clock',
    place: 'running',
    step: 'agenda',
    keys: ['L'],
    shows: '█',
    heard: '14:00',
  },
  {name: 'session-question', place: 'running', step: 'agenda', keys: ['Q'], shows: 'Question:'},
  {name: 'session-over-time', place: 'over', step: 'agenda', shows: 'over'},
  {
    name: 'session-part-two',
    place: 'late',
    step: 'agenda',
    shows: '▶ Walkthrough',
    heard: 'running, Walkthrough',
  },
  {
    name: 'session-take-time',
    place: 'over',
    step: 'agenda',
    keys: ['m'],
    shows: /can give|No block has a minute/,
  },
  {
    name: 'demonstration-performer',
    place: 'running',
    step: 'demonstrations',
    keys: ['s'],
    shows: 'Performed by',
  },
  ...steps('ended', {
    agenda: '? all keys',
    demonstrations: '? all keys',
    'immediate-follow-up': '? all keys',
    'open-points': '? all keys',
    transition: 'exit criteria met',
    'what-still-hangs-on-us': '? all keys',
    'sign-off': '? all keys',
  }),
  {name: 'follow-up-close', place: 'ended', step: 'open-points', keys: ['c'], shows: ':'},
  {name: 'sign-off-who', place: 'ended', step: 'sign-off', keys: ['s'], shows: 'Who decides'},
  {
    name: 'sign-off-decision',
    place: 'finished',
    step: 'sign-off',
    keys: ['s', enter],
    shows: 'accepts',
  },
  ...steps('finished', {
    'open-points': '? all keys',
    transition: '? all keys',
    'final-steps': '? all keys',
    'sign-off': '? all keys',
  }),
];
