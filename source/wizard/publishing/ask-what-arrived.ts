import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {Answer} from '../../services/publishing/answer-sending.ts';
import type {Publication} from '../../services/publishing/publication.ts';
import {stateWords} from '../../services/publishing/sending-words.ts';
import type {Sending} from '../../store/outbox/sending.ts';
import {wrapLines, type Line} from '../list/line.ts';
import type {View} from '../view.ts';
import {indented} from './publish-lines.ts';

/** Whether a person has something to say of it; what a target itself has put off is waited for. */
function isToAnswer({state, tries, isUnsure = false, isAskedToWait = false}: Sending): boolean {
  if (state === 'waiting') return isUnsure || (tries > 0 && !isAskedToWait);
  return state === 'asks' || state === 'refused' || state === 'dropped';
}

/** What a person can answer for, what needs it most first. */
export function toAnswer({previews, orphans}: Publication): readonly Sending[] {
  const order = ['asks', 'refused', 'waiting', 'dropped'];
  return [...previews.map(({sending}) => sending).filter(isToAnswer), ...orphans].toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  );
}

function triedWords({handoff, now}: View, {tries, lastTryAt}: Sending): string {
  if (lastTryAt === undefined) return 'It was not tried yet.';
  const {timeZone} = handoff;
  const day = dayWords(dayIn(timeZone, lastTryAt), timeZone, now());
  const often = tries > 1 ? `Tried ${tries} times, the last time` : 'Tried';
  return `${often} ${day} ${timeWords(lastTryAt, timeZone)}.`;
}

function choicesFor({state, isUnsure = false}: Sending) {
  return [
    ...(isUnsure ? [{value: 'arrived', label: 'It has arrived'}] : []),
    {
      value: 'again',
      label: isUnsure
        ? 'It has not arrived: send it again'
        : state === 'waiting'
          ? 'Send it now, without waiting'
          : 'Send it again',
    },
    ...(state === 'dropped' ? [] : [{value: 'drop', label: 'Drop it: do not send it as it is'}]),
  ];
}

async function chooseSending(view: View, all: readonly Sending[]): Promise<Sending | undefined> {
  const [first, ...others] = all;
  if (others.length === 0) return first;
  const id = await view.ask({
    label: 'Which one?',
    hint: 'What needs an answer stands first.',
    choices: all.map((one) => ({
      value: one.id,
      label: `${one.target}: ${one.title} · ${stateWords(one)}`,
    })),
  });
  return all.find((one) => one.id === id);
}

const answers: readonly Answer[] = ['arrived', 'again', 'drop'];

/** Asks what became of a sending, with what was sent and when; gives what was said. */
export async function askWhatArrived(
  view: View,
  publication: Publication,
): Promise<readonly [id: string, answer: Answer] | undefined> {
  const sending = await chooseSending(view, toAnswer(publication));
  if (!sending) return undefined;
  const {target, title, why = ''} = sending;
  const shown = publication.previews.find((one) => one.sending.id === sending.id)?.shown ?? [];
  const said = await view.ask({
    label: `What became of it at ${target}?`,
    hint: 'Nothing is sent before you have seen it once more.',
    about: {
      title: `${target}: ${title}`,
      lines: (width): readonly Line[] => [
        ...wrapLines(`${triedWords(view, sending)} ${why}`.trim(), width, 'warning'),
        [],
        ...shown.flatMap((text) => indented(showControls(text), width)),
      ],
    },
    choices: choicesFor(sending),
  });
  const answer = answers.find((one) => one === said);
  return answer && [sending.id, answer];
}
