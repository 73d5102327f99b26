import {publishedNow} from '../../handoff/publishing/published-standing.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import type {FoundTarget} from '../../services/publishing/find-targets.ts';
import type {Publishing} from '../../services/publishing/publish.ts';
import {sendingLine} from '../../services/publishing/sending-words.ts';
import {outboxData} from '../status/published-lines.ts';
import {readOutbox} from '../../store/outbox/outbox-file.ts';

/** How the sendings of a handoff stand, as `--json` prints it. */
export function publishingData(
  {home, snapshot}: Publishing,
  targets: readonly FoundTarget[],
): object {
  const {handoff} = snapshot();
  return {
    handoff: handoff.id,
    targets: targets.map(({name, integration, audience, sends, file, line, isTrusted}) => ({
      name,
      through: integration.word,
      audience,
      sends,
      isTrusted,
      file: file.path,
      line,
    })),
    published: publishedNow(handoff),
    outbox: outboxData(home, handoff.id),
  };
}

/** The same for people. */
export function statusLines(
  {home, snapshot, now}: Publishing,
  targets: readonly FoundTarget[],
): readonly string[] {
  const {handoff} = snapshot();
  const {timeZone} = handoff;
  const sent = publishedNow(handoff).map(({target, title, at, by, url, known}) => {
    const when = `${dayWords(dayIn(timeZone, at), timeZone, now())} ${timeWords(at, timeZone)}`;
    const how = known === 'said' ? ', as a person says' : '';
    return `  ${target}: "${title}" sent ${when} by ${by}${how}${url === undefined ? '' : `  ${url}`}`;
  });
  const left = readOutbox(home, handoff.id).map(
    (sending) => `  ${sendingLine(handoff, sending, now())}  <${sending.id}>`,
  );
  return [
    ...(targets.length === 0 ? ['No target is named for this handoff.'] : ['Targets:']),
    ...targets.map(
      ({name, integration, spec, audience, isTrusted}) =>
        `  ${name} (${integration.word}) ${integration.goesTo(spec)}, for the ${audience === 'customer' ? 'customer' : 'own team'}${isTrusted ? '' : ', not trusted yet'}`,
    ),
    ...(sent.length === 0 ? ['', 'Nothing was sent yet.'] : ['', 'Sent:', ...sent]),
    ...(left.length === 0 ? [] : ['', 'In the outbox:', ...left]),
  ];
}
