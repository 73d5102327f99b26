import {glyphs} from '../theme/glyphs.ts';

/** One thing a key can do. The table below feeds the dispatcher, the footer, the help and the docs. */
export interface Binding {
  /** Key names as `key-name.ts` gives them; the first one is shown. */
  readonly keys: readonly string[];
  /** One or two words for the footer. */
  readonly label: string;
  /** A sentence for the help. */
  readonly help: string;
}

export const bindings = {
  waive: {
    keys: ['w'],
    label: 'waive',
    help: 'Accept that this is missing: with a reason, an approver and an end.',
  },
  endPart: {
    keys: ['e'],
    label: 'end this part',
    help: 'End this part of the session and plan the next one.',
  },
  up: {keys: ['up', 'k'], label: 'up', help: 'Move up one line.'},
  down: {keys: ['down', 'j'], label: 'down', help: 'Move down one line.'},
  pageUp: {keys: ['pageup'], label: 'page up', help: 'Move up a page.'},
  pageDown: {keys: ['pagedown'], label: 'page down', help: 'Move down a page.'},
  first: {keys: ['home', 'g'], label: 'top', help: 'Move to the first line.'},
  last: {keys: ['end', 'G'], label: 'bottom', help: 'Move to the last line.'},
  previousStep: {
    keys: ['left', '['],
    label: 'previous step',
    help: 'Go to the step before.',
  },
  nextStep: {keys: ['right', ']'], label: 'next step', help: 'Go to the step after.'},
  otherPane: {
    keys: ['tab', 'shift+tab'],
    label: 'other pane',
    help: 'Go from the list to what is known of the selected line, to scroll it, or back.',
  },
  fillScreen: {
    keys: ['z'],
    label: 'fill the screen',
    help: 'Give the list, or what is known of the selected line, the whole screen, or take it back.',
  },
  backToList: {keys: ['escape'], label: 'to the list', help: 'Go back to the list.'},
  confirm: {
    keys: ['enter'],
    label: 'done, go on',
    help: 'Mark the item done and go on to the next open one.',
  },
  toggle: {keys: ['space', 'x'], label: 'tick', help: 'Mark the item done, or open it again.'},
  notApplicable: {
    keys: ['n'],
    label: 'not applicable',
    help: 'Say why the item does not apply here.',
  },
  note: {
    keys: ['t'],
    label: 'note',
    help: 'Write an internal note; it never reaches the customer.',
  },
  owner: {keys: ['o'], label: 'owner', help: 'Name the person who has the item.'},
  due: {keys: ['d'], label: 'due', help: 'Set the day by which the item must be settled.'},
  evidence: {keys: ['e'], label: 'evidence', help: 'Add a link to evidence.'},
  write: {keys: ['enter', 'w'], label: 'write', help: 'Write the text for this item.'},
  addRecord: {keys: ['a'], label: 'add a row', help: 'Add a row to the table of the item.'},
  addFirstRecord: {
    keys: ['enter', 'a'],
    label: 'add a row',
    help: 'Add a row to the table of the item.',
  },
  writeText: {keys: ['w'], label: 'write', help: 'Write a text for this item.'},
  editRecord: {keys: ['enter'], label: 'edit', help: 'Change the fields of the selected row.'},
  removeRecord: {keys: ['D'], label: 'remove', help: 'Remove the selected row.'},
  saveForm: {keys: ['ctrl+s'], label: 'save', help: 'Save from any field.'},
  discard: {
    keys: ['ctrl+g'],
    label: 'discard',
    help: 'Go back and forget what was typed; u brings it back.',
  },
  fieldNotApplicable: {
    keys: ['ctrl+n'],
    label: 'not applicable',
    help: 'Say why the field does not apply, or that it does.',
  },
  fieldAfter: {keys: ['tab'], label: 'next field', help: 'Go from a text to the next field.'},
  fieldBefore: {
    keys: ['shift+tab'],
    label: 'previous field',
    help: 'Go from a text to the field before.',
  },
  runRunbook: {keys: ['r'], label: 'run', help: 'Show what the runbook would run, and run it.'},
  proveByHand: {
    keys: ['v'],
    label: 'tried by hand',
    help: 'Record that somebody tried the runbook, and what was seen.',
  },
  runShown: {keys: ['enter'], label: 'run exactly this', help: 'Run the commands shown.'},
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
  editExternally: {
    keys: ['E'],
    label: 'open in $EDITOR',
    help: 'Write the text in the editor of $VISUAL or $EDITOR.',
  },
  externalEditor: {
    keys: ['ctrl+x'],
    label: '$EDITOR',
    help: 'Go on in the editor that $VISUAL or $EDITOR names.',
  },
  finishWriting: {keys: ['escape', 'ctrl+s'], label: 'done', help: 'Keep the text and go back.'},
  runChecks: {keys: ['r'], label: 'run checks', help: 'Run all checks and keep their evidence.'},
  runCheck: {keys: ['enter'], label: 'run this check', help: 'Run only the selected check.'},
  runChanging: {
    keys: ['enter'],
    label: 'run it, after yes',
    help: 'Run a check that changes the system, once you have seen what it does and typed yes.',
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
  cancel: {keys: ['escape'], label: 'stop', help: 'Stop the running checks.'},
  startSession: {keys: ['s'], label: 'start', help: 'Start the session clock.'},
  pauseSession: {keys: ['p'], label: 'pause', help: 'Stop the clock for a break, or go on.'},
  enterBlock: {
    keys: ['enter'],
    label: 'go to block',
    help: 'Go over to the block of the selected line.',
  },
  answer: {
    keys: ['enter'],
    label: 'answer',
    help: 'Log the answer to the selected question, or what came of the selected action.',
  },
  toBlock: {
    keys: ['enter'],
    label: 'to its block',
    help: 'Go to the block in which the selected note was logged.',
  },
  nextBlock: {keys: ['f'], label: 'next block', help: 'Go over to the next block.'},
  sessionNote: {keys: ['t'], label: 'note', help: 'Log a note with the time.'},
  question: {keys: ['Q'], label: 'question', help: 'Log a question that somebody asked.'},
  sessionAction: {keys: ['A'], label: 'action', help: 'Log an action that somebody has to take.'},
  demonstrate: {
    keys: ['H'],
    label: 'demonstration',
    help: 'Go to the demonstrations; the clock goes on.',
  },
  driver: {keys: ['W'], label: 'who drives', help: 'Say who has the keyboard from now on.'},
  takeTime: {
    keys: ['m'],
    label: 'more time',
    help: 'Give the running block minutes of another one.',
  },
  takeOne: {keys: ['1', 'enter'], label: 'take 1 min', help: 'Take one minute from the block.'},
  takeFive: {keys: ['5'], label: 'take 5 min', help: 'Take five minutes, or as many as it has.'},
  countBreak: {
    keys: ['B'],
    label: 'count as break',
    help: 'Take the time in which this machine slept out of the clock.',
  },
  planNext: {
    keys: ['P'],
    label: 'plan part two',
    help: 'Set a date for a second part with the topics that are left.',
  },
  largeClock: {
    keys: ['L'],
    label: 'large clock',
    help: 'Show the time left in figures that the whole room can read.',
  },
  planSession: {keys: ['enter'], label: 'change', help: 'Change the selected line of the plan.'},
  invitation: {keys: ['i'], label: 'invitation', help: 'Show the text of the invitation.'},
  writeInvitation: {
    keys: ['p'],
    label: 'write it out',
    help: 'Write the invitation into the folder of the documents.',
  },
  correctSession: {
    keys: ['C'],
    label: 'correct the record',
    help: 'Set right what the record of the session has wrong, with the reason, or enter one that was held without this program.',
  },
  endSession: {keys: ['Z'], label: 'end', help: 'End the session; due dates count from here.'},
  writeDocuments: {
    keys: ['p'],
    label: 'produce documents',
    help: 'Write the documents into a folder.',
  },
  preview: {
    keys: ['v'],
    label: 'preview',
    help: 'Read the document as it would be written now.',
  },
  openPreview: {
    keys: ['enter', 'v'],
    label: 'preview',
    help: 'Read the document as it would be written now.',
  },
  closePreview: {keys: ['escape', 'v', 'q'], label: 'back', help: 'Leave the preview.'},
  closeGap: {keys: ['enter'], label: 'go there', help: 'Go to the item that closes the gap.'},
  signOffWay: {
    keys: ['h'],
    label: 'how it came',
    help: 'Say how a decision came: in person, by mail, in a ticket or a file, and where it is.',
  },
  closeOut: {
    keys: ['K'],
    label: 'what is left to keep',
    help: 'Show the documents, the archive and its verification, each in one key.',
  },
  closingDocuments: {keys: ['1'], label: 'documents', help: 'Write the documents.'},
  closingArchive: {keys: ['2'], label: 'archive', help: 'Write the archive into the workspace.'},
  closingVerify: {
    keys: ['3'],
    label: 'verify',
    help: 'Check every hash of the archive that was written last.',
  },
  signOff: {keys: ['enter', 's'], label: 'sign off', help: 'Record a decision of the receiver.'},
  startDemonstration: {
    keys: ['enter', 's'],
    label: 'start',
    help: 'Have the selected task performed; the clock starts.',
  },
  unaided: {keys: ['1'], label: 'unaided', help: 'It worked, without a word from you.'},
  prompted: {
    keys: ['2'],
    label: 'prompted',
    help: 'It worked with help. Say what they had to be told.',
  },
  failed: {keys: ['3'], label: 'failed', help: 'It did not work. Say why.'},
  goToSource: {
    keys: ['enter'],
    label: 'go to source',
    help: 'Go to where the selected line is settled.',
  },
  closeFollowUp: {
    keys: ['c'],
    label: 'close',
    help: 'Say what came of the open point and close it, or open it again.',
  },
  addContact: {
    keys: ['a'],
    label: 'add contact',
    help: 'Log a contact with the customer, such as a check-in held today.',
  },
  extendTransition: {
    keys: ['x'],
    label: 'extend',
    help: 'Move the last day of the transition, with the reason.',
  },
  goToChecks: {
    keys: ['r'],
    label: 'to the checks',
    help: 'Go to the checks, to run them again.',
  },
  blockers: {keys: ['b'], label: 'what blocks me', help: 'List what stands in the way.'},
  find: {
    keys: ['/'],
    label: 'find',
    help: 'Find an item, a row, a check, a note, an open point or a command, and go there.',
  },
  palette: {keys: [':'], label: 'commands', help: 'Find a command by its name.'},
  undo: {keys: ['u'], label: 'undo', help: 'Take back your last change.'},
  redo: {keys: ['U', 'ctrl+r'], label: 'redo', help: 'Put back what undo took away.'},
  help: {keys: ['?'], label: 'all keys', help: 'Show all keys of this screen.'},
  closeHelp: {keys: ['escape', '?', 'q'], label: 'close', help: 'Leave the help.'},
  back: {keys: ['escape'], label: 'back', help: 'Go back.'},
  quit: {keys: ['q'], label: 'quit', help: 'Leave. Everything is saved already.'},
  interrupt: {
    keys: ['ctrl+c'],
    label: 'quit',
    help: 'Leave from anywhere. Pressed again, it ends at once what still runs.',
  },
  redraw: {
    keys: ['ctrl+l'],
    label: 'draw again',
    help: 'Draw everything again, where something else has written on the screen.',
  },
  suspend: {
    keys: ['ctrl+z'],
    label: 'suspend',
    help: 'Go back to the shell for a while; "fg" brings the wizard back.',
  },
  open: {keys: ['enter'], label: 'open', help: 'Open the selected handoff.'},
  newHandoff: {keys: ['n'], label: 'new handoff', help: 'Start a new handoff.'},
  sample: {keys: ['s'], label: 'sample system', help: 'Look at a sample system with a handoff.'},
  choose: {keys: ['enter'], label: 'choose', help: 'Take the selected line.'},
  takeOffered: {
    keys: ['down', 'tab'],
    label: 'those known',
    help: 'Go to the answers that are offered; Enter takes the one under the cursor.',
  },
  save: {keys: ['enter'], label: 'save', help: 'Keep what was typed.'},
  nextField: {keys: ['tab', 'down'], label: 'next field', help: 'Go to the next field.'},
  previousField: {
    keys: ['shift+tab', 'up'],
    label: 'previous field',
    help: 'Go to the field before.',
  },
} as const satisfies Record<string, Binding>;

export type ActionName = keyof typeof bindings;

const shown: Readonly<Record<string, string>> = {
  enter: glyphs.enter,
  escape: 'Esc',
  space: 'Space',
  up: glyphs.up,
  down: glyphs.down,
  left: '←',
  right: '→',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
};

/** A key as people read it, such as `Ctrl+X`. */
export function keyLabel(key: string): string {
  return (
    shown[key] ?? key.replace(/^ctrl\+(.)/, (_, letter: string) => `Ctrl+${letter.toUpperCase()}`)
  );
}
