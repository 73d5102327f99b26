import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {checkOfRunbook} from '../../handoff/runbooks/check-of-runbook.ts';
import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import {confirm} from '../asking/confirm.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {wrapLines, type Line} from '../list/line.ts';
import type {View} from '../view.ts';

function shown(record: HandoffRecord, width: number): Line[] {
  const part = (name: string) =>
    fieldText(record, name)
      .split('\n')
      .flatMap((text) => wrapLines(`  ${text}`, width, 'accent'));
  return [
    ...wrapLines('Runs', width, 'muted'),
    ...part('commands'),
    ...wrapLines('Has to show', width, 'muted'),
    ...part('expected'),
  ];
}

/** Writes a runbook that only looks into the checks file as well, after a typed yes. */
export async function keepAsCheck(view: View, record: HandoffRecord): Promise<void> {
  const found = checkOfRunbook(view.handoff, record);
  if ('why' in found) return view.say({text: found.why, token: 'warning'});
  const isMeant = await confirm(view.ask, {
    label: 'Write this check',
    hint: 'It goes into handoff.yaml of the workspace, and runs with the others once that is trusted.',
    about: {title: `The check "${recordTitle(record)}"`, lines: (width) => shown(record, width)},
  });
  if (!isMeant) return undefined;
  try {
    const added = view.services.addChecks(view.handoff, [found.check]);
    view.holdKeysDuring(added);
    const {names} = await added;
    return view.say(
      names.length === 0
        ? {text: 'The check was in handoff.yaml already.', token: 'muted'}
        : {
            text: 'The check is in handoff.yaml, which has to be trusted before it runs.',
            token: 'success',
          },
    );
  } catch (error) {
    return view.say(problemMessage(error));
  }
}
