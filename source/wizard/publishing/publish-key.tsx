import {itemAt} from '../../handoff/items/item-at.ts';
import {publishedNow} from '../../handoff/publishing/published-standing.ts';
import {settlingFact} from '../../handoff/standing/settled-by.ts';
import type {Item} from '../../playbook/playbook.ts';
import {outboxLine} from '../../services/publishing/sending-words.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {wrapLines, type Line} from '../list/line.ts';
import type {View} from '../view.ts';
import {publishBindings} from './publish-bindings.ts';
import {PublishScreen} from './publish-screen.tsx';

function isAbout({handoff}: View, {id}: Item): boolean {
  const at = itemAt(handoff, id);
  return at !== undefined && settlingFact(handoff, at.step, at.item) === 'published';
}

/** The key that sends, at the item that the sending settles; none at any other. */
export function publishKeys(view: View, item: Item): KeyLayer {
  if (!isAbout(view, item)) return [];
  return [
    {
      binding: publishBindings.openPublishing,
      run: () => view.open((now, close) => <PublishScreen view={now} onClose={close} />),
      isPrimary: true,
    },
  ];
}

/** Where the outcome is by now, and what waits, at the same item. */
export function publishDetail(view: View, item: Item, width: number): readonly Line[] {
  if (!isAbout(view, item)) return [];
  const {handoff, services} = view;
  const waiting = outboxLine(services.readOutbox(handoff.id));
  return [
    ...publishedNow(handoff)
      .filter(({kind}) => kind === 'outcome')
      .flatMap(({target, url}) =>
        wrapLines(`Sent to ${target}${url === undefined ? '' : `: ${url}`}`, width),
      ),
    ...(waiting === undefined ? [] : wrapLines(`${waiting}. s shows why.`, width, 'warning')),
  ];
}
