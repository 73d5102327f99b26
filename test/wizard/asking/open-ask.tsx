import {useState} from 'react';
import {Box} from 'ink';
import {AskBox, askRows} from '../../../source/wizard/asking/ask-box.tsx';
import {askKeys} from '../../../source/wizard/asking/ask-keys.ts';
import type {AskPerson} from '../../../source/wizard/asking/ask.ts';
import {useAsking} from '../../../source/wizard/asking/use-asking.ts';
import {line} from '../../../source/wizard/list/line.ts';
import {Lines} from '../../../source/wizard/list/lines.tsx';
import {usePane} from '../../../source/wizard/list/use-pane.ts';
import {openPart, type Part, type PartOptions} from '../../harness/part.tsx';
import {bodyOf, InFrame} from '../in-frame.tsx';
import {itemBindings} from '../../../source/wizard/steps/items/item-bindings.ts';

type Conversation = (ask: AskPerson) => Promise<unknown>;

/** A screen that asks on `t`, and lists what came of it. */
function Asking({conversation}: {readonly conversation: Conversation}) {
  const asking = useAsking();
  const about = usePane();
  const [results, setResults] = useState<readonly string[]>([]);
  const asked = asking.open.at(-1);
  const begin = () =>
    void conversation(asking.ask).then((result) =>
      setResults((before) => [...before, `came to: ${JSON.stringify(result) ?? 'nothing'}`]),
    );
  return (
    <InFrame
      layer={asked ? askKeys(asked, about.keys) : [{binding: itemBindings.note, run: begin}]}
      isTyping={asked !== undefined}
    >
      {({width, height}) => {
        const taken = askRows(asking.open, height);
        return (
          <>
            <Box
              display={taken === height ? 'none' : 'flex'}
              height={Math.max(1, height - taken)}
              overflow="hidden"
            >
              <Lines lines={[line('The step below'), ...results.map((one) => line(one))]} />
            </Box>
            <AskBox open={asking.open} width={width} height={height} pane={about.ref} />
          </>
        );
      }}
    </InFrame>
  );
}

/** Opens a question, or more of them one after the other, as `conversation` asks them. */
export async function openAsk(conversation: Conversation, options?: PartOptions): Promise<Part> {
  const part = await openPart(<Asking conversation={conversation} />, options);
  await part.press('t');
  return part;
}

/** What is drawn between title and keys. */
export function asked(part: Part): string {
  return bodyOf(part.screenText()).join('\n');
}

/** The row of keys. */
export function footer(part: Part): string {
  return part.screenText().at(-1) ?? '';
}
