import path from 'node:path';
import type {Check} from '../../../checks/checks-file.ts';
import type {ChecksFileProblem} from '../../../checks/spec/checks-file-error.ts';
import {waive} from '../../gate/waive.ts';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import type {RunView} from '../../run-view.ts';
import type {View} from '../../view.ts';
import {attest, giveVariable, requirementOf, runChanging} from './asks.ts';
import {historyKeys} from './history-keys.tsx';
import {
  checkKey,
  rankedChecks,
  selectedCheck,
  standingOf,
  waiverOn,
  type ChecksShown,
} from './shown.ts';
import type {Checks} from './use-checks.ts';
import type {Folds} from './use-folds.ts';
import {stepBindings} from '../step-bindings.ts';
import {checksBindings} from './bindings.ts';

const untrusted = 'Read what would run, then press T to trust this file and run it.';

/** Opens the file at a line, and reads it again when the editor has ended. */
function editKey(
  view: View,
  checks: Checks,
  {file, line}: {readonly file: string; readonly line: number},
): KeyAction {
  const open = async () => {
    await view.editFile(path.resolve(view.handoff.workspace, file), line);
    await checks.reread();
  };
  return {binding: checksBindings.editChecks, run: () => void open(), isPrimary: true};
}

function waiveKey(view: View, shown: ChecksShown, name: string): KeyAction {
  const standing = standingOf(shown, name);
  const found = requirementOf(view, name);
  const waived = standing && waiverOn(shown, standing);
  const offBecause = waived
    ? `It is waived by ${waived.approver} already.`
    : 'Only what a gate needs can be waived, and no gate lacks this check as it stands.';
  return {
    binding: checksBindings.waive,
    isPrimary: found !== undefined,
    run: () => found && void waive(view, found.gate, found.requirement),
    ...(found ? {} : {offBecause}),
  };
}

/** A check as it stands in the file; nothing where it does not any more. */
function checkOf({state}: Checks, name: string): Check | undefined {
  return state && 'file' in state ? state.file.checks.find((one) => one.name === name) : undefined;
}

/** Enter on a check: runs it, or asks what running it needs of a person. */
export function enterKey(view: RunView, checks: Checks, name: string): KeyAction {
  const {state} = checks;
  const check = checkOf(checks, name);
  const run = {binding: checksBindings.runCheck, isPrimary: true} as const;
  if (state?.state !== 'ready')
    return {
      ...run,
      run: () => undefined,
      offBecause: state?.state === 'untrusted' ? untrusted : 'The checks file cannot be read now.',
    };
  if (!check)
    return {
      ...run,
      run: () => undefined,
      offBecause: 'It does not stand in the checks file any more.',
    };
  if (check.kind === 'manual')
    return {
      binding: checksBindings.attest,
      isPrimary: true,
      run: () => void attest(view, checks, check),
    };
  if (check.effect === 'changes')
    return {
      binding: checksBindings.runChanging,
      isPrimary: true,
      run: () => void runChanging(view, checks, {file: state.file, name}),
    };
  return {...run, run: () => void checks.run([name])};
}

/** What can be done at a check. */
export function checkKeys(view: View, checks: Checks, shown: ChecksShown, name: string): KeyLayer {
  if (checks.running) return [];
  const check = checkOf(checks, name);
  return [
    enterKey(view, checks, name),
    waiveKey(view, shown, name),
    ...(check ? [editKey(view, checks, check.place)] : []),
  ];
}

/** Gives the variable that a mistake of the file is the lack of. */
export function variableKeys(
  view: RunView,
  checks: Checks,
  {variable}: ChecksFileProblem,
): KeyLayer {
  return variable === undefined
    ? []
    : [
        {
          binding: checksBindings.giveVariable,
          isPrimary: true,
          run: () => void giveVariable(view, checks, variable),
        },
      ];
}

/** What can be done at a mistake of the file: mend it, or give the variable that it lacks. */
export function problemKeys(view: View, checks: Checks, problem: ChecksFileProblem): KeyLayer {
  const {state} = checks;
  const own = state && 'file' in state ? state.file.path : (state?.path ?? '');
  const {file = own, position} = problem;
  return [
    ...variableKeys(view, checks, problem),
    editKey(view, checks, {file, line: position.line}),
  ];
}

/** Goes to the next check that fails, from wherever one is, and round to the first. */
export function nextFailureKey(
  view: RunView,
  shown: ChecksShown,
  selected: string | undefined,
): KeyAction {
  const failing = (rankedChecks(shown).get('failing') ?? []).map(checkKey);
  const at = failing.indexOf(selected ?? '');
  const next = failing[(at + 1) % Math.max(1, failing.length)];
  return {
    binding: checksBindings.nextFailure,
    run: () => next !== undefined && view.select(next),
    isPrimary: failing.length > 1,
    ...(next === undefined ? {offBecause: 'No check fails.'} : {}),
  };
}

/** Unfolds a row that stands for many, or folds it. */
export function foldKey(folds: Folds, key: string): KeyAction {
  return {
    binding: checksBindings.unfold,
    run: () => folds.toggle(key),
    isPrimary: true,
    label: folds.isOpen(key) ? 'fold' : 'unfold',
  };
}

/** What can be done with the file as a whole: to make one, to trust it, to run it, to read it again. */
export function fileKeys(checks: Checks): KeyLayer {
  const reread = {
    binding: checksBindings.reread,
    run: () => void checks.reread(),
    isPrimary: true,
  } as const;
  const {state} = checks;
  switch (state?.state) {
    case 'missing':
      return [{binding: checksBindings.createChecks, run: checks.create, isPrimary: true}, reread];
    case 'broken':
      return [reread];
    case 'untrusted':
      return [
        {binding: checksBindings.trust, run: checks.trust, isPrimary: true},
        {binding: checksBindings.runChecks, run: () => undefined, offBecause: untrusted},
      ];
    // While the file is still being read, the key waits for it: running reads it anyway.
    case undefined:
    case 'ready':
      return [{binding: checksBindings.runChecks, run: () => void checks.run(), isPrimary: true}];
  }
}

/** Opens the file at its beginning, where it can be read. */
function editFileKey(view: View, checks: Checks): KeyLayer {
  const {state} = checks;
  return state && 'file' in state ? [editKey(view, checks, {file: state.file.path, line: 1})] : [];
}

/** The keys of the step, whichever row is selected. */
export function checksKeys(
  view: View,
  checks: Checks,
  shown: ChecksShown,
  selected: string | undefined,
): KeyLayer {
  if (checks.running) return [{binding: stepBindings.stop, run: checks.stop, isPrimary: true}];
  return [
    ...fileKeys(checks),
    ...editFileKey(view, checks),
    nextFailureKey(view, shown, selected),
    ...historyKeys(view, selectedCheck(selected)),
  ];
}
