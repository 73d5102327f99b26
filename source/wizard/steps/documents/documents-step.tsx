import path from 'node:path';
import {useState} from 'react';
import type {DocumentName} from '../../../documents/document-names.ts';
import type {Question} from '../../asking/prompt.tsx';
import {
  readinessDetail,
  readinessEntries,
  readinessLines,
  type ReadinessLine,
} from './readiness-entries.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {problemMessage} from '../../frame/problem-message.ts';
import {useReadiness} from './use-readiness.ts';
import type {View} from '../../view.ts';
import {Preview} from './preview.tsx';
import {TextStep, type MoreLines} from '../text/text-step.tsx';

/** Writes the documents and says what came of it. */
async function write(view: View, folder: string): Promise<void> {
  try {
    const target = path.resolve(view.handoff.workspace, folder);
    const {written, left, ownTemplates, notice} = await view.services.writeDocuments(
      view.live,
      target,
    );
    const said =
      written.length > 0
        ? `${written.length} files written to ${target}.`
        : `Nothing has changed in ${target}.`;
    const used = ownTemplates.map(({file, origin}) => ` Template used: ${file} (${origin}).`);
    const others =
      left.length > 0 ? ` From an earlier set, and not part of it: ${left.join(', ')}.` : '';
    const told = notice === undefined ? '' : ` ${notice}`;
    view.say({
      text: said + others + used.join('') + told,
      token: told + others === '' ? 'success' : 'warning',
    });
  } catch (error) {
    view.say(problemMessage(error));
  }
}

function lineKeys(
  view: View,
  {readiness, finding}: ReadinessLine,
  preview: (name: DocumentName) => void,
): KeyLayer {
  const {document} = readiness;
  if (!finding) return [{action: 'openPreview', run: () => preview(document), isPrimary: true}];
  const {place, toDo} = finding;
  return [
    {
      action: 'closeGap',
      isPrimary: true,
      run: () =>
        place ? view.goTo(place, {isDetour: true}) : view.say({text: toDo, token: 'accent'}),
    },
    {action: 'preview', run: () => preview(document), isPrimary: true},
  ];
}

/**
 * The parts of the handoff document as texts, how far each document is with its gaps, and the key
 * that writes the documents out.
 */
export function DocumentsStep({view}: {readonly view: View}) {
  const [question, setQuestion] = useState<Question>();
  const [previewed, setPreviewed] = useState<DocumentName>();
  const documents = useReadiness(view);
  const lines = readinessLines(documents, view.selected);
  const find = (id: string) => lines.find((line) => line.id === id);
  const more: MoreLines = {
    ids: lines.map(({id}) => id),
    entries: (selected, width) =>
      lines.length === 0 ? [] : readinessEntries(view.handoff, lines, selected, width),
    detail(id, width) {
      const line = find(id);
      return line ? readinessDetail(view.handoff, line, width, view.now()) : [];
    },
    keys(id) {
      const line = find(id);
      return line ? lineKeys(view, line, setPreviewed) : [];
    },
  };
  if (previewed)
    return <Preview view={view} name={previewed} onClose={() => setPreviewed(undefined)} />;
  return (
    <TextStep
      view={view}
      more={more}
      extraQuestion={question}
      onLeaveQuestion={() => setQuestion(undefined)}
      extraKeys={[
        {
          action: 'writeDocuments',
          isPrimary: true,
          run: () => {
            view.say(undefined);
            setQuestion({
              label: 'Folder',
              hint: 'Made if it is missing; files changed by hand are never overwritten.',
              initialText: 'handoff-documents',
              problemWith: (text) => (text === '' ? 'Name a folder.' : undefined),
              onAnswer(folder) {
                setQuestion(undefined);
                void write(view, folder);
              },
            });
          },
        },
        {action: 'preview', run: () => setPreviewed('handoff-document')},
      ]}
    />
  );
}
