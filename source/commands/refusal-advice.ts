/**
 * What to do about a refusal with commands, by its code, where the rule speaks of a key of the wizard
 * or of an answer to a question. A code that is not here has words that fit every face.
 */
export const commandAdvice: Readonly<Record<string, string>> = {
  'demonstration-over':
    'Perform it again, or take the result back with "handoff-wizard undo --reason TEXT".',
  'demonstration-runs':
    'End it with "handoff-wizard demonstration end RESULT", or take it back with "handoff-wizard undo".',
  'gate-closing':
    '"handoff-wizard gate closing" lists what is missing; settle it, or waive it with "handoff-wizard waive closing".',
  'gate-session':
    '"handoff-wizard gate session" lists what is missing; settle it, or waive it with "handoff-wizard waive session".',
  'not-added': 'Say why it does not apply with "handoff-wizard item ITEM na --reason TEXT".',
  'not-verified': 'Run it with "handoff-wizard runbook run RUNBOOK", which does both.',
  'point-closed': '"handoff-wizard open-point reopen POINT" opens it again.',
  'session-ended': 'Take its end back with "handoff-wizard undo" if that was a mistake.',
  'session-not-started': 'Start it with "handoff-wizard session start".',
  'session-paused': '"handoff-wizard session resume" goes on.',
  'session-running': '"handoff-wizard session pause" pauses it.',
  'spoken-of':
    'Say why it does not apply any more with "handoff-wizard item ITEM na --reason TEXT".',
  'undo-built-on': 'Agree to it with --along, or leave it as it is.',
  'undo-needs-reason': 'Say why with --reason; both stay on record.',
};
