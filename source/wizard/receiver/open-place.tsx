import {recordTitle} from '../../handoff/registers/records.ts';
import {rememberedLines} from '../markdown/remembered-lines.ts';
import {KitPage, type Page} from './kit-page.tsx';
import type {KitView} from './kit-view.ts';
import {openChecks} from './open-checks.tsx';
import {answerQuestion} from './receiver-asks.ts';
import {acceptanceLines, rowOf, runbookLines, taskLines} from './receiver-lines.ts';
import type {KitPlace} from './receiver-rows.ts';

function openPage({open}: KitView, page: Page): void {
  open((view, close) => <KitPage view={view} page={page} onClose={close} />);
}

/** Shows what lies at a place of the index, or asks what is to be answered there. */
export async function openPlace(view: KitView, place: KitPlace | undefined): Promise<void> {
  const {services, received, holdKeysDuring} = view;
  const {kit} = received.opened;
  switch (place?.kind) {
    case 'document': {
      const title = kit.documents.find(({name}) => name === place.name)?.title ?? '';
      const looking = services.readDocument(place.name);
      holdKeysDuring(looking.catch(() => undefined));
      const text = await looking;
      return openPage(view, {title, lines: (_, width) => rememberedLines(text, width)});
    }
    case 'checks':
      return openChecks(view);
    case 'runbook': {
      const row = rowOf(received, place.id);
      if (row)
        openPage(view, {
          title: recordTitle(row),
          lines: (now, width) => runbookLines(now, row, width),
        });
      return undefined;
    }
    case 'task': {
      const {item} = place;
      const title = kit.demonstrations.find((one) => one.item === item)?.text ?? '';
      return openPage(view, {
        title,
        task: {item, startedAt: services.now()},
        lines: (now, width) => taskLines(now, item, width),
      });
    }
    case 'question':
      return answerQuestion(view, place.id);
    case 'acceptance':
      return openPage(view, {title: 'To accept or to decline', lines: acceptanceLines});
    case undefined:
      return undefined;
  }
}
