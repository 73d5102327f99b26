import type {ReactNode} from 'react';
import {Box} from 'ink';
import type {SignatureState} from '../../services/archive/archive-signature.ts';
import {AskBox, askRows} from '../asking/ask-box.tsx';
import {askKeys} from '../asking/ask-keys.ts';
import {Frame} from '../frame/frame.tsx';
import type {Size} from '../frame/size.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {usePane} from '../list/use-pane.ts';
import {rememberedLines} from '../markdown/remembered-lines.ts';
import type {KitView} from './kit-view.ts';

interface KitFrameProps {
  readonly view: KitView;
  readonly layer: KeyLayer;
  readonly children: (size: Size) => ReactNode;
}

const explanation = `# A kit that was received

You take a system over, and this is all that you need for it: documents, checks, runbooks, demonstrations.
What you run, perform, ask and decide is kept as you go, under your name. \`w\` writes it into one file, to
send to those who sent the kit. Nothing runs before you have seen it and said yes, and nothing is sent.`;

/** What is known of the signature, in a word or two; what is accepted tells all of it. */
const signatureWords: Readonly<Record<SignatureState['state'], string>> = {
  none: 'not signed',
  good: 'signed',
  whole: 'signed by an unknown key',
  unchecked: 'signature not checked',
  bad: 'signature not good',
};

/** The frame of every screen of a kit: whose it is, what is drawn, the questions, the keys. */
export function KitFrame({view, layer, children}: KitFrameProps) {
  const about = usePane();
  const {kit, signature} = view.received.opened;
  const asked = view.asked.at(-1);
  return (
    <Frame
      title={`${kit.system}: the kit for ${kit.customer}`}
      place={[`from ${kit.from}`, signatureWords[signature.state], 'whole']}
      layer={asked ? askKeys(asked, about.keys) : layer}
      message={view.message}
      onMessage={view.say}
      isTyping={asked !== undefined}
      explanation={(width) => rememberedLines(explanation, width)}
    >
      {({width, height}) => {
        const taken = askRows(view.asked, height);
        const room = Math.max(1, height - taken);
        return (
          <Box flexDirection="column">
            <Box
              flexDirection="column"
              display={taken === height ? 'none' : 'flex'}
              height={room}
              overflow="hidden"
            >
              {children({width, height: room})}
            </Box>
            <AskBox open={view.asked} width={width} height={height} pane={about.ref} />
          </Box>
        );
      }}
    </Frame>
  );
}

/** What is drawn over the index, in the frame. */
export function inKitFrame(
  view: KitView,
  layer: KeyLayer,
  draw: (size: Size) => ReactNode,
): ReactNode {
  return (
    <KitFrame view={view} layer={layer}>
      {draw}
    </KitFrame>
  );
}
