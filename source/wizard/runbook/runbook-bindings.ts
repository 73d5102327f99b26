import type {Binding} from '../keys/binding.ts';

export const title = 'Operational runbooks';

export const runbookBindings = {
  runRunbook: {
    keys: ['r'],
    label: 'run',
    help: 'Show what the runbook would run, and run it; one that changes the system after a yes.',
    needsYes: true,
  },
  proveByHand: {
    keys: ['v'],
    label: 'tried by hand',
    help: 'Record that somebody tried the runbook, and what was seen.',
  },
  keepAsCheck: {
    keys: ['C'],
    label: 'check as well',
    help: 'Write a runbook that only looks into handoff.yaml as a check: its command, and what it has to show.',
    needsYes: true,
  },
  runShown: {keys: ['enter'], label: 'run exactly this', help: 'Run the commands shown.'},
  stepDone: {keys: ['enter'], label: 'done', help: 'Say what was seen at a step done by hand.'},
  stepByHand: {
    keys: ['v'],
    label: 'done by hand',
    help: 'Say what was seen at a step whose commands somebody ran elsewhere.',
  },
  asExpected: {keys: ['y'], label: 'as expected', help: 'The output is as the runbook says.'},
  notAsExpected: {
    keys: ['n'],
    label: 'not as expected',
    help: 'The output is not as the runbook says.',
  },
  takeAsExpected: {
    keys: ['t'],
    label: 'expect this',
    help: 'Take this output as what the runbook expects from now on.',
  },
  asSuggested: {keys: ['enter'], label: 'as suggested', help: 'Take the answer that is suggested.'},
} as const satisfies Record<string, Binding>;
