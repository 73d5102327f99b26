import path from 'node:path';
import {plural} from '../../documents/words/plural.ts';
import {folderName} from '../../documents/archive/archive-handoff.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext} from '../../services/context.ts';
import {entryWords} from '../../services/kit/kit-words.ts';
import {openKitOr} from '../../services/kit/open-kit.ts';
import {readReceived} from '../../services/kit/received.ts';
import {remark} from '../../tell-aside.ts';
import {writeAnswer} from '../../services/kit/write-answer.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';

export interface AnswerOptions {
  readonly kit?: string;
  readonly out?: string;
  readonly force?: boolean;
  /** A private key of ssh or minisign. */
  readonly sign?: string;
  readonly json?: boolean;
}

/** Writes what was done with a kit into one file. */
export async function answer(options: AnswerOptions): Promise<number> {
  const context = await readContext();
  const opened = await openKitOr(context.home, options.kit);
  const received = readReceived(context, opened);
  const usual = `${folderName(opened.kit.handoff)}-answer.json`;
  const written = await writeAnswer(context, received, {
    file: path.resolve(options.out ?? usual),
    onOther: options.force ? 'replace' : 'refuse',
    sign: options.sign,
  });
  const {done, file, digest, isSigned} = written;
  const {name, kit, version, handoff, entries} = written.answer;
  if (options.json) {
    const isNew = done === 'Written';
    printJson({handoff, isNew, file, answer: digest, kit, version, name, isSigned, entries});
    return exitCodes.good;
  }
  print(
    `${done}: ${showControls(file)}, the answer of ${name} (${plural(entries.length, 'thing')})`,
  );
  for (const entry of entries) print(`  ${entryWords(received, entry)}`);
  print(
    `${isSigned ? 'It is signed.' : 'It is not signed: --sign KEY does it.'} Send it to ${opened.kit.from}.`,
  );
  if (context.nameNotice !== undefined)
    remark(
      `It says that it is of "${name}", the name of an account. Say who you are: handoff-wizard config set name "Jo Weber"`,
    );
  return exitCodes.good;
}
