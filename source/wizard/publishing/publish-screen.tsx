import {publishedNow} from '../../handoff/publishing/published-standing.ts';
import type {Publication} from '../../services/publishing/publication.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyAction, KeyLayer} from '../keys/layer.ts';
import {line, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import type {View} from '../view.ts';
import {toAnswer} from './ask-what-arrived.ts';
import {publishBindings} from './publish-bindings.ts';
import {indented, publicationLines} from './publish-lines.ts';
import {usePublication, type PublicationActs, type PublicationRead} from './use-publication.ts';

interface PublishProps {
  readonly view: View;
  readonly onClose: () => void;
}

const untrusted = 'Nobody has trusted the targets file: T does.';

/** A key that is off while there is a reason. */
function unless(offBecause: string | undefined, key: KeyAction): KeyAction {
  return offBecause === undefined ? key : {...key, offBecause};
}

/** The keys at what was read. */
function publicationKeys(
  view: View,
  {send, answer, fetch, trust}: PublicationActs,
  publication: Publication,
): KeyLayer {
  const {targets, previews} = publication;
  if (targets.length === 0 && toAnswer(publication).length === 0) return [];
  const isTrusted = targets.every((target) => target.isTrusted);
  const hasPoints = publishedNow(view.handoff).some(({kind}) => kind === 'point');
  const due = previews.some(({isDue}) => isDue) ? undefined : 'Nothing is to be sent now.';
  const answers = toAnswer(publication).length;
  return [
    unless(isTrusted ? due : untrusted, {
      binding: publishBindings.sendShown,
      run: () => view.holdKeysDuring(send(publication)),
      isPrimary: true,
    }),
    ...(isTrusted
      ? []
      : [
          {
            binding: publishBindings.trustTargets,
            run: () => void trust(publication),
            isPrimary: true,
          },
        ]),
    unless(answers === 0 ? 'Nothing needs an answer.' : undefined, {
      binding: publishBindings.sayArrived,
      run: () => void answer(publication),
      isPrimary: answers > 0,
    }),
    unless(
      isTrusted ? (hasPoints ? undefined : 'No open point has become an issue yet.') : untrusted,
      {
        binding: publishBindings.fetchIssues,
        run: () => view.holdKeysDuring(fetch(publication)),
        isPrimary: hasPoints,
      },
    ),
  ];
}

function linesOf(view: View, read: PublicationRead, width: number): readonly Line[] {
  switch (read.state) {
    case 'under way':
      return [line(read.doing, 'muted')];
    case 'wrong':
      return problemMessage(read.error)
        .text.split('\n')
        .flatMap((text) => indented(text, width));
    case 'read': {
      const {publication, fetched} = read;
      return publicationLines(view.handoff, publication, {fetched, now: view.now()}, width);
    }
  }
}

/** Exactly what would be sent, to scroll through, what waits, and what a person can do about it. */
export function PublishScreen({view, onClose}: PublishProps) {
  const acts = usePublication(view);
  const {read} = acts;
  const pane = usePane();
  const layer: KeyLayer = [
    ...(read.state === 'read' ? publicationKeys(view, acts, read.publication) : []),
    ...(read.state === 'under way'
      ? []
      : [{binding: publishBindings.editTargets, run: () => void acts.edit(), isPrimary: true}]),
    {binding: publishBindings.closePublishing, run: onClose, isPrimary: true},
    ...pane.keys,
  ];
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => (
        <>
          <Lines lines={[line('What would be sent, exactly', 'heading'), []]} />
          <Pager
            ref={pane.ref}
            lines={linesOf(view, read, width)}
            height={Math.max(1, height - 2)}
          />
        </>
      )}
    </StepFrame>
  );
}
