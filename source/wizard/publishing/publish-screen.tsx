import {useEffect, useState} from 'react';
import type {Publication} from '../../services/publishing/publication.ts';
import {outboxLine} from '../../services/publishing/sending-words.ts';
import {confirm} from '../asking/confirm.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {StepFrame} from '../frame/step-frame.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {Pager} from '../list/pager.tsx';
import {usePane} from '../list/use-pane.ts';
import type {View} from '../view.ts';
import {publishBindings} from './publish-bindings.ts';
import {publicationLines} from './publish-lines.ts';

interface PublishProps {
  readonly view: View;
  readonly onClose: () => void;
}

type Read =
  | {readonly state: 'reading' | 'sending'}
  | {readonly state: 'read'; readonly publication: Publication}
  | {readonly state: 'wrong'; readonly text: string};

/** Exactly what would be sent, to scroll through, and the key that sends it. */
export function PublishScreen({view, onClose}: PublishProps) {
  const {services, live, handoff} = view;
  const [read, setRead] = useState<Read>({state: 'reading'});
  const pane = usePane();

  const look = async (): Promise<void> => {
    try {
      setRead({state: 'read', publication: await services.readPublication(live)});
    } catch (error) {
      setRead({state: 'wrong', text: problemMessage(error).text});
    }
  };
  useEffect(() => {
    view.holdKeysDuring(look());
    // Looked at once; what is sent is looked at again by who sends it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  async function send(): Promise<void> {
    setRead({state: 'sending'});
    try {
      const left = await services.sendPublication(live);
      view.say(
        left.length === 0
          ? {text: 'Sent. Every target has what is so.', token: 'success'}
          : {text: `${outboxLine(left)}. It is told here why.`, token: 'warning'},
      );
    } catch (error) {
      view.say(problemMessage(error));
    }
    await look();
  }

  async function trust(publication: Publication): Promise<void> {
    const isMeant = await confirm(view.ask, {
      label: 'Trust exactly this content',
      hint: 'It says where all this goes.',
    });
    if (!isMeant) return;
    await services.trustPublication(publication);
    await look();
  }

  const publication = read.state === 'read' ? read.publication : undefined;
  const isTrusted = publication?.targets.every((target) => target.isTrusted) ?? false;
  const hasDue = publication?.previews.some(({isDue}) => isDue) ?? false;
  const off = isTrusted
    ? hasDue
      ? undefined
      : 'Nothing is to be sent now.'
    : 'Nobody has trusted the targets file: T does.';
  const layer: KeyLayer = [
    ...(publication
      ? [
          {
            binding: publishBindings.sendShown,
            run: () => view.holdKeysDuring(send()),
            isPrimary: true,
            ...(off === undefined ? {} : {offBecause: off}),
          },
          ...(isTrusted
            ? []
            : [
                {
                  binding: publishBindings.trustTargets,
                  run: () => void trust(publication),
                  isPrimary: true,
                },
              ]),
        ]
      : []),
    {binding: publishBindings.closePublishing, run: onClose, isPrimary: true},
    ...pane.keys,
  ];
  const linesFor = (width: number): readonly Line[] => {
    if (read.state === 'read')
      return publicationLines(handoff, read.publication, view.now(), width);
    if (read.state === 'wrong') return wrapLines(read.text, width, 'danger');
    return [line(read.state === 'sending' ? 'Under way …' : 'Looking …', 'muted')];
  };
  return (
    <StepFrame view={view} layer={layer} isOver>
      {({width, height}) => (
        <>
          <Lines lines={[line('What would be sent, exactly', 'heading'), []]} />
          <Pager ref={pane.ref} lines={linesFor(width)} height={Math.max(1, height - 2)} />
        </>
      )}
    </StepFrame>
  );
}
