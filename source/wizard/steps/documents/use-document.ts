import {useEffect, useEffectEvent, useState} from 'react';
import type {DocumentName} from '../../../documents/document-names.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import {line, type Line} from '../../list/line.ts';
import type {View} from '../../view.ts';

interface Shown {
  readonly view: View;
  readonly name: DocumentName;
  /** Leaves the screen, where the document cannot be made; why not has been said by then. */
  readonly onClose: () => void;
}

const writing = () => [line('Writing it …', 'muted')];

/**
 * Draws a document as it would be written now, for any width. Parsing and drawing Markdown is loaded
 * when somebody first wants to see it.
 */
export function useDocument({view, name, onClose}: Shown): (width: number) => readonly Line[] {
  const [draw, setDraw] = useState<(width: number) => readonly Line[]>(() => writing);
  const {services, live, handoff} = view;
  const fail = useEffectEvent((error: unknown) => {
    view.say(problemMessage(error));
    onClose();
  });
  useEffect(() => {
    let isWanted = true;
    const loading = Promise.all([
      services.renderDocument({handoff, journal: live.snapshot().journal}, name),
      import('../../markdown/markdown-lines.ts'),
    ]);
    loading
      .then(([text, {readMarkdown, markdownLines}]) => {
        const read = readMarkdown(text);
        if (isWanted) setDraw(() => (width: number) => markdownLines(read, width));
      })
      .catch((error: unknown) => isWanted && fail(error));
    return () => {
      isWanted = false;
    };
    // Another state of the handoff is another document.
  }, [services, live, handoff, name]);
  return draw;
}
