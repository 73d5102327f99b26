import type {Reply} from '../integration-entry.ts';
import {jsonOf, wordOf} from '../json-of.ts';

/** A status of an issue; Jira has three categories of them, whatever they are called. */
interface Status {
  readonly name: string;
  /** `new`, `indeterminate` or `done`. */
  readonly category: string;
}

interface ToldStatus {
  readonly name?: unknown;
  readonly statusCategory?: {readonly key?: unknown};
}

function readStatus(told: ToldStatus | undefined): Status {
  return {name: wordOf(told?.name) ?? '', category: wordOf(told?.statusCategory?.key) ?? ''};
}

/** The status of an issue, as `fields=status` gives it. */
export function issueStatus(reply: Pick<Reply, 'body'>): Status {
  const {fields} = jsonOf(reply) as {readonly fields?: {readonly status?: ToldStatus}};
  return readStatus(fields?.status);
}

export function isDone({category}: Status): boolean {
  return category === 'done';
}

const plain = (text: string): string => text.trim().toLowerCase();

/**
 * The id of the transition that closes an issue, or opens it again: the one that is named, or leads to
 * the status that is named, else the first that leads to a status of the right category. Ids differ from
 * project to project.
 */
export function findTransition(
  reply: Pick<Reply, 'body'>,
  isClosed: boolean,
  done: string | undefined,
): string | undefined {
  const {transitions} = jsonOf(reply);
  const all = (Array.isArray(transitions) ? transitions : []) as readonly {
    readonly id?: unknown;
    readonly name?: unknown;
    readonly to?: ToldStatus;
  }[];
  const named = all.find(
    ({name, to}) =>
      done !== undefined &&
      [wordOf(name), readStatus(to).name].some((one) => plain(one ?? '') === plain(done)),
  );
  if (isClosed && done !== undefined) return wordOf(named?.id);
  return wordOf(all.find(({to}) => isDone(readStatus(to)) === isClosed)?.id);
}
