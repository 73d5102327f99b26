import type {Handoff} from '../../handoff/model/handoff.ts';
import {publishedNow} from '../../handoff/publishing/published-standing.ts';
import {sendingLine} from '../../services/publishing/sending-words.ts';
import {readOutbox} from '../../store/outbox/outbox-file.ts';

/** What waits to reach a target, as `--json` prints it: without the texts, which are of the handoff. */
export function outboxData(home: string, handoff: string): readonly object[] {
  return readOutbox(home, handoff).map(
    ({text: _, data: _data, sender: _sender, ...sending}) => sending,
  );
}

/** What reached trackers, CRM and wikis, and what waits or needs an answer; nothing where nothing was sent. */
export function publishedLines(home: string, handoff: Handoff, now: string): readonly string[] {
  const sent = Map.groupBy(publishedNow(handoff), ({target}) => target);
  const outbox = readOutbox(home, handoff.id);
  if (sent.size === 0 && outbox.length === 0) return [];
  return [
    '',
    'Published:',
    ...[...sent].map(([target, all]) => {
      const outcome = all.find(({kind}) => kind === 'outcome');
      const points = all.filter(({kind}) => kind === 'point').length;
      const pages = all.filter(({kind}) => kind === 'document').length;
      const parts = [
        outcome ? `the outcome${outcome.url === undefined ? '' : ` (${outcome.url})`}` : '',
        points === 0 ? '' : points === 1 ? '1 open point' : `${points} open points`,
        pages === 0 ? '' : pages === 1 ? '1 page' : `${pages} pages`,
      ];
      return `  ${target}: ${parts.filter((part) => part !== '').join(', ')}`;
    }),
    ...outbox.map((sending) => `  ${sendingLine(handoff, sending, now)}`),
  ];
}
