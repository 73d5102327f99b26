import {command} from './command/integration.ts';
import type {Integration} from './integration-entry.ts';
import {webhook} from './webhook/integration.ts';

/** Every kind of target, by its key in a targets file and in the order of the documentation. */
export const integrations: ReadonlyMap<string, Integration> = new Map(
  [webhook, command].map((one) => [one.word, one]),
);
