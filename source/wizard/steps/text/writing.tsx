import {useRef, useState} from 'react';
import {Box} from 'ink';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {line, wrapLines} from '../../list/line.ts';
import {mutedLines} from '../../markdown/remembered-lines.ts';
import {Lines} from '../../list/lines.tsx';
import {itemKey} from '../../list/selected-line.ts';
import {StepFrame} from '../../frame/step-frame.tsx';
import {TextEditor, type TextEditorHandle} from '../../editor/text-editor.tsx';
import {draftsOf, textDiscarded} from '../../asking/text-drafts.ts';
import {formBindings} from '../../asking/form/form-bindings.ts';
import {nextOpen} from '../items/settle-item.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import type {View} from '../../view.ts';
import {textBindings} from './bindings.ts';

interface WritingProps {
  readonly view: View;
  readonly item: Item;
  readonly onClose: () => void;
}

/**
 * The editor of one text. What it shows is kept as a draft already; leaving it puts the text into
 * the journal.
 */
export function Writing({view, item, onClose}: WritingProps) {
  const {handoff, services} = view;
  const editor = useRef<TextEditorHandle>(null);
  const stored = itemStanding(handoff, item.id).text ?? '';
  const drafts = draftsOf(services, handoff.id, item.id);
  const [draft] = useState(drafts.read);
  const isRestored = draft !== undefined && draft !== stored;

  async function finish(): Promise<void> {
    try {
      const text = (await editor.current?.settle()) ?? stored;
      let notice: string | undefined;
      if (text !== stored)
        notice = await view.live.dispatch([{type: 'item/written', item: item.id, text}], {
          step: view.step.id,
          item: itemKey(item),
        });
      await drafts.drop();
      onClose();
      const next = text.trim() ? nextOpen(view, item) : undefined;
      if (next) view.select(itemKey(next));
      if (notice) view.say({text: notice, token: 'warning'});
      else if (text !== stored) view.say({text: `Written: ${item.text}`, token: 'success'});
    } catch (error) {
      view.say(problemMessage(error));
    }
  }

  async function discard(): Promise<void> {
    try {
      const text = (await editor.current?.settle()) ?? stored;
      await drafts.drop();
      onClose();
      if (text !== stored) view.say(textDiscarded(drafts, text));
    } catch (error) {
      view.say(problemMessage(error));
    }
  }

  return (
    <StepFrame
      view={view}
      isTyping
      layer={[
        {
          binding: textBindings.finishWriting,
          run: () => view.holdKeysDuring(finish()),
          isPrimary: true,
        },
        {binding: formBindings.discard, run: () => view.holdKeysDuring(discard())},
        {
          binding: textBindings.externalEditor,
          isPrimary: true,
          run: () => view.holdKeysDuring(finish().then(() => view.editExternally(item))),
        },
      ]}
    >
      {({width, height}) => {
        const head = [
          line(item.text, 'heading'),
          ...(item.details ? mutedLines(item.details, width).slice(0, 3) : []),
          ...(isRestored
            ? wrapLines('What you were writing when the program ended is back.', width, 'accent')
            : []),
          [],
        ];
        return (
          <Box flexDirection="column">
            <Lines lines={head} />
            <TextEditor
              ref={editor}
              initialText={draft ?? stored}
              width={width}
              height={height - head.length}
              isActive={view.asked.length === 0}
              placeholder="Write in Markdown. Name places where secrets are kept, never the secrets."
              onKeep={drafts.keep}
              onProblem={(error) => view.say(problemMessage(error))}
            />
          </Box>
        );
      }}
    </StepFrame>
  );
}
