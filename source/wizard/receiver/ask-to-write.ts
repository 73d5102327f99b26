import {askKey} from '../asking/ask-key.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {KitView} from './kit-view.ts';

/** Asks whether and with which key the answer is signed, and writes it beside what lies there. */
export async function askToWrite(view: KitView): Promise<void> {
  const {services, folder, received, say, lend, holdKeysDuring} = view;
  const looking = services.ownKeys();
  holdKeysDuring(looking.catch(() => undefined));
  const keys = await looking;

  async function write(key: string | undefined): Promise<boolean> {
    const work =
      key === undefined
        ? services.writeAnswer(folder)
        : lend(async () => services.writeAnswer(folder, key));
    holdKeysDuring(work.catch(() => undefined));
    try {
      const {done, file, isSigned} = await work;
      const signed = isSigned ? ', signed' : ', not signed';
      const isBeside = done === 'Written' && /-\d+\.json$/u.test(file);
      const beside = isBeside ? ' What was written before is still there.' : '';
      say({
        text: `${done}: ${file}${signed}.${beside} Send it to ${received.opened.kit.from}.`,
        token: 'success',
      });
      return true;
    } catch (error) {
      say(problemMessage(error));
      return false;
    }
  }

  await askKey(view.ask, {
    label: 'Sign your answer',
    hint: 'A signature shows that it is yours. A passphrase is asked for by the program of the key.',
    keys,
    folder,
    write,
  });
}
