import path from 'node:path';
import {useEffect, useState} from 'react';
import {Box} from 'ink';
import {line, wrapLines, type Line} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {LegacyPrompt, questionKeys, type Question} from '../../asking/legacy-prompt.tsx';
import {promptRows} from '../../asking/prompt.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {View} from '../../view.ts';

interface InvitationProps {
  readonly view: View;
  readonly onClose: () => void;
}

function toLines(text: string, width: number): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((row): Line[] =>
      row === '' ? [[]] : wrapLines(row, width, row.startsWith('#') ? 'strong' : 'plain'),
    );
}

/** The text of the invitation, to read, to copy and to write into a file. */
export function Invitation({view, onClose}: InvitationProps) {
  const {live, services, handoff} = view;
  const [text, setText] = useState('');
  const [top, setTop] = useState(0);
  const [question, setQuestion] = useState<Question>();
  const {say} = view;

  useEffect(() => {
    let isShown = true;
    services.renderDocument({handoff, journal: live.snapshot().journal}, 'invitation').then(
      (read) => isShown && setText(read),
      (error: unknown) => isShown && say(problemMessage(error)),
    );
    return () => {
      isShown = false;
    };
  }, [services, live, handoff, say]);

  async function write(folder: string): Promise<void> {
    setQuestion(undefined);
    try {
      const target = path.resolve(handoff.workspace, folder);
      await services.writeDocuments(live, target, ['invitation']);
      say({text: `Written to ${path.join(target, 'invitation.md')}.`, token: 'success'});
    } catch (error) {
      say(problemMessage(error));
    }
  }

  function ask(): void {
    say(undefined);
    setQuestion({
      label: 'Folder',
      hint: 'Made if it is missing; an invitation changed by hand is never overwritten.',
      initialText: 'handoff-documents',
      problemWith: (folder) => (folder === '' ? 'Name a folder.' : undefined),
      onAnswer: (folder) => view.holdKeysDuring(write(folder)),
    });
  }

  const scroll = (by: number) => () => setTop((row) => Math.max(0, row + by));
  const keys: KeyLayer = question
    ? questionKeys(() => setQuestion(undefined))
    : [
        {action: 'writeInvitation', run: ask, isPrimary: true},
        {action: 'down', run: scroll(1), isPrimary: true, label: 'scroll'},
        {action: 'up', run: scroll(-1)},
        {action: 'pageDown', run: scroll(10)},
        {action: 'pageUp', run: scroll(-10)},
        {action: 'back', run: onClose, isPrimary: true},
      ];
  return (
    <StepFrame view={view} layer={keys} isTyping isWide>
      {({width, height}) => {
        const room = Math.max(1, height - 2 - (question ? promptRows(question) : 0));
        const lines = toLines(text, Math.min(width, 90));
        const first = Math.min(top, Math.max(0, lines.length - room));
        const below = lines.length - first - room;
        return (
          <Box flexDirection="column" height={height}>
            <Lines lines={[line('Invitation', 'heading'), ...lines.slice(first, first + room)]} />
            <Box flexGrow={1} />
            <Lines lines={[below > 0 ? line(`${glyphs.down} ${below} more below`, 'muted') : []]} />
            {question && <LegacyPrompt question={question} width={width} />}
          </Box>
        );
      }}
    </StepFrame>
  );
}
