import type {FoundDraft} from '../../handoff/drafts/found-draft.ts';

/** Kinds that open a connection or look at this machine, and start nothing that the folder brings. */
const looking = ['http', 'tls', 'tcp', 'dns', 'file', 'disk', 'host', 'port', 'process', 'service'];
const plain: ReadonlySet<string> = new Set([
  'name',
  'description',
  'severity',
  'tags',
  'timeout',
  'retry',
  'expect',
  'warn',
  'fix',
  ...looking,
]);

/** Whether a check only looks, so that whoever takes it has seen all that it does. */
export function onlyLooks({fields}: FoundDraft): boolean {
  const names = Object.keys(fields);
  return names.every((name) => plain.has(name)) && looking.some((kind) => names.includes(kind));
}
