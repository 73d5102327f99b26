import {obstacleBindings} from '../../gate/obstacle-bindings.ts';
import type {Binding} from '../../keys/binding.ts';

export const title = 'Validation';

export const checksBindings = {
  runChecks: {keys: ['r'], label: 'run checks', help: 'Run all checks and keep their evidence.'},
  runCheck: {keys: ['enter'], label: 'run this check', help: 'Run only the selected check.'},
  runChanging: {
    keys: ['enter'],
    label: 'run it, after yes',
    help: 'Run a check that changes the system, once you have seen what it does and typed yes.',
    needsYes: true,
  },
  attest: {
    keys: ['enter'],
    label: 'attest',
    help: 'Say what you have seen of a manual check, and whether it is as asked.',
  },
  nextFailure: {
    keys: ['f'],
    label: 'next failure',
    help: 'Go to the next check that fails, and round to the first.',
  },
  unfold: {
    keys: ['enter', 'space'],
    label: 'unfold',
    help: 'Show what the selected line stands for, or fold it again.',
  },
  waive: obstacleBindings.waive,
  editChecks: {
    keys: ['E'],
    label: 'open in $EDITOR',
    help: 'Open the checks file at the selected check or mistake, and read it again afterwards.',
  },
  giveVariable: {
    keys: ['enter'],
    label: 'give its value',
    help: 'Type the variable that the environment lacks; it is kept until you leave, and nowhere else.',
  },
  history: {
    keys: ['h'],
    label: 'history',
    help: 'List the runs that were kept, of the selected check or of all, and what changed between two.',
  },
  exportChecks: {
    keys: ['X'],
    label: 'export',
    help: 'Write the checks that passed as a script, as plugins or for goss: they need nothing of this program.',
  },
  showRun: {
    keys: ['enter'],
    label: 'what changed',
    help: 'Show what changed up to the selected run, and all that it found.',
  },
  compareWith: {
    keys: ['space', 'x'],
    label: 'compare with it',
    help: 'Compare other runs with the selected one, and not each with the one before it.',
  },
  closeRun: {keys: ['escape', 'q'], label: 'back to the runs', help: 'Leave the run.'},
  trust: {
    keys: ['T'],
    label: 'trust and run',
    help: 'Allow exactly this checks file to run on this machine.',
  },
  reread: {keys: ['r'], label: 'read again', help: 'Read the checks file again.'},
  createChecks: {
    keys: ['c'],
    label: 'create handoff.yaml',
    help: 'Put a sample checks file into the workspace.',
  },
} as const satisfies Record<string, Binding>;
