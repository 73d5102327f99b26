import type {Check, ChecksFile} from '../../../checks/checks-file.ts';
import {describeContent} from '../../../checks/describe-check.ts';
import {plan} from '../../../checks/plan-run.ts';
import {isSecretValue} from '../../../checks/spec/variables.ts';
import {readGate} from '../../../handoff/gates/gates.ts';
import type {Requirement} from '../../../handoff/gates/requirement.ts';
import {gateNames, type GateName} from '../../../handoff/model/gate-waiver.ts';
import {confirm} from '../../asking/confirm.ts';
import {wrap, wrapLines, type Line} from '../../list/line.ts';
import type {RunView} from '../../run-view.ts';
import type {View} from '../../view.ts';
import type {Checks} from './use-checks.ts';

/** Asks what a person has seen of a manual check, and whether it is as the check asks. */
export async function attest(view: RunView, checks: Checks, check: Check): Promise<void> {
  const about = {
    title: check.name,
    lines: (width: number) => [
      ...wrapLines(check.target, width),
      ...(check.description ? wrapLines(check.description, width, 'muted') : []),
    ],
  };
  const note = await view.ask({
    label: 'Seen',
    hint: `What was seen, and where. It is kept under your name, ${view.services.actor}.`,
    about,
    enter: 'go on',
    problemWith: (text) =>
      /\p{L}{2}/u.test(text) ? undefined : 'Say what was seen, such as "Alert arrived at 10:02".',
  });
  if (note === undefined) return;
  await view.ask({
    label: 'Is it so?',
    hint: `Seen: ${note}`,
    about,
    choices: [
      {value: 'yes', label: 'Yes, it is as asked'},
      {value: 'no', label: 'No, it is not'},
    ],
    keep: (answer) => checks.run([check.name], {word: {isMet: answer === 'yes', note}}),
  });
}

function commandLines(checks: readonly Check[], width: number): Line[] {
  return checks.flatMap((check) =>
    describeContent(check).flatMap((text) =>
      wrap(text, width - 4).map((part, index): Line => [
        {text: index === 0 && !text.startsWith(' ') ? '  $ ' : '    ', token: 'muted'},
        {text: part, token: 'accent'},
      ]),
    ),
  );
}

/** Runs a check that changes the system, once a person has seen all that would change it and typed yes. */
export async function runChanging(
  view: RunView,
  checks: Checks,
  {file, name}: {readonly file: ChecksFile; readonly name: string},
): Promise<void> {
  const changing = plan(file, {only: [name]})
    .map(({check}) => check)
    .filter(({effect}) => effect === 'changes');
  const isMeant = await confirm(view.ask, {
    label: 'Run exactly this',
    hint: 'It changes the system.',
    about: {title: name, lines: (width) => commandLines(changing, width)},
  });
  if (isMeant) await checks.run([name], {allowChanges: true, seen: file.trustedSha256});
}

/** Asks for a variable that the environment lacks, and reads the file again with it. */
export async function giveVariable(view: RunView, checks: Checks, name: string): Promise<void> {
  await view.ask({
    label: name,
    hint: 'Kept until you leave the wizard, and written down nowhere. It is not shown.',
    hintRows: 3,
    isSecret: true,
    enter: 'use it',
    echo: (typed) =>
      typed === '' || isSecretValue(name, typed)
        ? undefined
        : {
            text: 'Too short, or too common, to be kept out of what is shown and written down.',
            token: 'warning',
          },
    problemWith: (text) => (text === '' ? 'Type its value, or leave with Esc.' : undefined),
    async keep(value) {
      view.services.setVariable(name, value);
      await checks.reread();
      return true;
    },
  });
}

/** What a gate needs of a check as it stands, and which gate. */
export function requirementOf(
  view: View,
  name: string,
): {readonly gate: GateName; readonly requirement: Requirement} | undefined {
  for (const gate of gateNames) {
    const requirement = readGate(view.handoff, gate, view.now()).missing.find(
      ({place}) => place.line?.kind === 'check' && place.line.name === name,
    );
    if (requirement) return {gate, requirement};
  }
  return undefined;
}
