import {readContext, tellNameNotice} from '../../services/context.ts';
import type {SystemSize} from '../../playbook/playbook.ts';
import {print, printJson} from '../print.ts';
import {openReader} from '../../store/snapshot.ts';
import {fileAndLine, sourcesOf} from '../../playbook/position-words.ts';
import {suggestNames} from '../../services/suggest-names.ts';
import {Problem} from '../../problem.ts';
import {startHandoff} from '../../services/start-handoff.ts';
import {remark} from '../../tell-aside.ts';

export interface NewOptions {
  readonly customer?: string;
  readonly like?: string;
  readonly system?: string;
  readonly workspace?: string;
  readonly playbook?: readonly string[];
  readonly unticked?: boolean;
  readonly size?: SystemSize;
  readonly json?: boolean;
}

/** @throws {Problem} where a name is missing, with what it may be. */
async function requireNames(home: string, options: NewOptions): Promise<void> {
  const missing = (['customer', 'system'] as const).find(
    (name) => !options[name]?.trim() && (name === 'system' || options.like === undefined),
  );
  if (missing === undefined) return;
  const offered = await suggestNames(home, options.workspace ?? '');
  const [first] = offered[missing];
  const such = first ? `, such as --${missing} "${first.value}" (${first.detail})` : '';
  throw new Problem(`The ${missing} needs a name.`, `Say it with --${missing} NAME${such}.`);
}

/** Starts a handoff from the command line. */
export async function newHandoff(options: NewOptions): Promise<number> {
  const context = await readContext();
  await requireNames(context.home, options);
  const {id, because} = await startHandoff(context, {
    customer: options.customer ?? '',
    system: options.system ?? '',
    workspace: options.workspace ?? process.cwd(),
    playbook: options.playbook ?? [],
    isUnticked: options.unticked === true,
    ...(options.like === undefined ? {} : {like: options.like}),
    ...(options.size ? {size: options.size} : {}),
  });
  const {handoff} = openReader(context.home, id).snapshot();
  if (because !== undefined) remark(because);
  const sources = sourcesOf(handoff);
  for (const {message, position} of handoff.playbook.notices)
    remark(`${fileAndLine(position, sources)}: ${message}`);
  if (options.json) printJson({id});
  else print(`Started ${id}. Open it with "handoff-wizard resume ${id}".`);
  tellNameNotice(context);
  return 0;
}
