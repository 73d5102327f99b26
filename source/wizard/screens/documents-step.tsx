import path from 'node:path';
import {useState} from 'react';
import type {Question} from '../components/prompt.tsx';
import {problemMessage} from '../problem-message.ts';
import type {View} from '../view.ts';
import {TextStep} from './text-step.tsx';

/** The parts of the handoff document as texts, and the key that writes the documents out. */
export function DocumentsStep({view}: {readonly view: View}) {
  const [question, setQuestion] = useState<Question>();

  async function write(folder: string): Promise<void> {
    setQuestion(undefined);
    try {
      const target = path.resolve(view.handoff.workspace, folder);
      const {written, ownTemplates} = await view.services.writeDocuments(view.live, target);
      const said =
        written.length > 0
          ? `${written.length} documents written to ${target}.`
          : `Nothing has changed in ${target}.`;
      const used = ownTemplates.map(({file, origin}) => ` Template used: ${file} (${origin}).`);
      view.say({text: said + used.join(''), token: 'success'});
    } catch (error) {
      view.say(problemMessage(error));
    }
  }

  return (
    <TextStep
      view={view}
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
              onAnswer: (folder) => void write(folder),
            });
          },
        },
      ]}
    />
  );
}
