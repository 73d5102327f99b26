import path from 'node:path';
import {folderName} from '../../documents/archive/archive-handoff.ts';
import {readPlace, savePlace} from '../../store/received/place-file.ts';
import type {Context} from '../context.ts';
import type {RunServices, Services} from '../services.ts';
import {createServices} from '../wizard-services.ts';
import {openLiveKit, type LiveKit} from './live-kit.ts';
import type {OpenedKit} from './open-kit.ts';
import {writeAnswer, type WrittenAnswer} from './write-answer.ts';

/** What the receiver's screens need of the world. */
export interface ReceiverServices
  extends
    RunServices,
    Pick<
      Services,
      'ownKeys' | 'now' | 'saveName' | 'keepDraft' | 'readDraft' | 'dropDraft' | 'prepare'
    > {
  readonly live: LiveKit;
  /** The text of a document of the kit, as Markdown. */
  readonly readDocument: (name: string) => Promise<string>;
  /**
   * Writes the answer into the folder, under a name that no other content has. With a private key, or
   * the public one of an agent, it is signed; the terminal must be free then.
   */
  readonly writeAnswer: (folder: string, key?: string) => Promise<WrittenAnswer>;
  /** The row of the kit where its wizard was left. */
  readonly readPlace: () => string | undefined;
  readonly savePlace: (key: string) => Promise<void>;
}

/** Wires the receiver's screens. What runs things is loaded when it is first used. */
export function createReceiverServices(
  {home, actor}: Context,
  opened: OpenedKit,
): ReceiverServices {
  const {digest, kit} = opened;
  const shared = createServices({home, actor});
  // Who they are may be asked when the kit is open.
  const person: Context = {
    home,
    get actor() {
      return shared.actor;
    },
  };
  const live = openLiveKit(person, opened, shared.now);
  return {
    ...shared,
    get actor() {
      return shared.actor;
    },
    async saveName(name) {
      const left = await shared.saveName(name);
      live.refresh();
      return left;
    },
    live,
    trusting: 'answer check',
    // What lies beside a kit is no news to anybody, so nothing of it is noted.
    readChecks: async () =>
      (await import('../checks/read-checks.ts')).readChecks(home, live.snapshot().handoff),
    readDocument: async (name) =>
      (await import('./read-document-text.ts')).readDocument(opened, name),
    writeAnswer: async (folder, key) =>
      writeAnswer(person, live.received(), {
        file: path.join(folder, `${folderName(kit.handoff)}-answer.json`),
        onOther: 'beside',
        sign: key,
      }),
    readPlace: () => readPlace(home, digest),
    savePlace: async (key) => savePlace(home, digest, key),
  };
}
