import {itemAt} from '../items/item-at.ts';
import {itemPlace} from '../model/place.ts';
import {refused} from '../rules/refused.ts';
import {allOf, type Rule} from '../rules/rule.ts';
import {isAhead} from '../time/clock-skew.ts';
import {commandDigest, commandsOf} from './item-commands.ts';
import {mayShow} from './may-show.ts';
import {blankLeft, isFilledFrom, scriptOf} from './run-script.ts';

type RunRule = Rule<'item/ran'>;

const hasBegun: RunRule = (_, {ranAt}, {now}) =>
  isAhead(ranAt, now)
    ? refused('ahead', 'The run begins after now.', 'Set the clock of this machine right.')
    : undefined;

/** What ran is what the playbook says; another command is no evidence of its item. */
const isOfTheItem: RunRule = (handoff, {item: id, of, command}) => {
  const at = itemAt(handoff, id);
  if (!at) return undefined;
  const all = commandsOf(handoff, id);
  const place = itemPlace(at.step, at.item);
  const commands = of.flatMap(
    (digest) => all.find(({text}) => commandDigest(text) === digest) ?? [],
  );
  if (of.length === 0 || commands.length < of.length)
    return refused(
      'no-such-command',
      `"${at.item.text}" has no such command.`,
      all.length === 0
        ? 'The playbook gives it none; add a link to evidence instead.'
        : 'Run one that the playbook gives it.',
      place,
    );
  const foreign = commands.find((one) => one.foreign !== undefined)?.foreign;
  if (foreign !== undefined)
    return refused(
      'other-shell',
      `This is for ${foreign}, and only commands of a shell are run.`,
      'Copy it, run it where it belongs, and add a link to its output.',
      place,
    );
  if (!isFilledFrom(scriptOf(commands), command))
    return refused(
      'another-command',
      'What ran is not what the playbook says.',
      'Run it as it reads there, with nothing but its placeholders filled.',
      place,
    );
  const left = blankLeft(command);
  return left
    ? refused(
        'placeholder',
        `Nobody has said what <${left.name}> stands for.`,
        'Fill it in, then run it.',
        place,
      )
    : undefined;
};

/** The system's word stands above a person's: what failed has not worked by saying so. */
const endedWell: RunRule = (_, {isMet, code, expected = '', actual, evidence}) => {
  if (!isMet) return undefined;
  if (code !== 0)
    return refused(
      'exit-code',
      code === undefined
        ? 'It did not run to its end.'
        : `It ended with exit ${code}, and only 0 means that it worked.`,
      'Keep it as not as expected.',
    );
  return mayShow(expected, actual, evidence)
    ? undefined
    : refused(
        'nothing-shown',
        'What was expected did not show.',
        'Keep it as not as expected, or run it again.',
      );
};

/** What a run says is what ran. */
export const isRunOfItem: RunRule = allOf(hasBegun, isOfTheItem, endedWell);
