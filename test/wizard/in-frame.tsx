import {useState, type ReactNode} from 'react';
import {Frame} from '../../source/wizard/frame/frame.tsx';
import type {Message} from '../../source/wizard/frame/message.ts';
import type {Size} from '../../source/wizard/frame/size.ts';
import type {KeyLayer} from '../../source/wizard/keys/layer.ts';

interface InFrameProps {
  readonly layer: KeyLayer;
  readonly isTyping?: boolean;
  readonly children: (size: Size) => ReactNode;
}

/** A shared part in the frame that every screen has, so that keys reach it as they do in the program. */
export function InFrame({layer, isTyping = false, children}: InFrameProps) {
  const [message, setMessage] = useState<Message>();
  return (
    <Frame
      title="Apex Banking"
      layer={layer}
      message={message}
      onMessage={setMessage}
      isTyping={isTyping}
    >
      {children}
    </Frame>
  );
}

/** The rows between the frame's two rules, without the message and the blanks at the end. */
export function bodyOf(rows: readonly string[]): string[] {
  const body = rows.slice(2, -3).map((row) => row.replace(/^ /, ''));
  while (body.at(-1) === '') body.pop();
  return body;
}
