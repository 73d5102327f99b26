import {redactSecrets} from '../redaction/redact-secrets.ts';
import type {Discovery, Draft, DraftFields, DraftValue} from './discovered.ts';

function isList(value: DraftValue): value is readonly DraftValue[] {
  return Array.isArray(value);
}

/** Takes secrets out of what is told, wherever they stand in it. */
export function createRedaction() {
  const known = new Map<string, Promise<string>>();

  async function text(raw: string): Promise<string> {
    const redacted = known.get(raw) ?? redactSecrets(raw).then((redaction) => redaction.text);
    known.set(raw, redacted);
    return redacted;
  }

  async function value(raw: DraftValue): Promise<DraftValue> {
    if (typeof raw === 'string') return text(raw);
    if (typeof raw !== 'object') return raw;
    return isList(raw) ? Promise.all(raw.map(value)) : fields(raw);
  }

  async function fields(raw: DraftFields): Promise<DraftFields> {
    const entries = Object.entries(raw).map(
      async ([name, one]) => [name, await value(one)] as const,
    );
    return Object.fromEntries(await Promise.all(entries));
  }

  async function draft(raw: Draft): Promise<Draft> {
    const differs = raw.differs?.map(async (one) => ({...one, value: await value(one.value)}));
    return {
      ...raw,
      key: await text(raw.key),
      fields: await fields(raw.fields),
      ...(differs ? {differs: await Promise.all(differs)} : {}),
    };
  }

  async function told<One extends object>(one: One, part: keyof One): Promise<One> {
    return {...one, [part]: await text(String(one[part]))};
  }

  return async (found: Discovery): Promise<Discovery> => ({
    drafts: await Promise.all(found.drafts.map(draft)),
    suggestions: await Promise.all(found.suggestions.map((one) => told(one, 'text'))),
    read: found.read,
    left: found.left,
    problems: await Promise.all(found.problems.map((one) => told(one, 'message'))),
    ...(found.commands
      ? {commands: await Promise.all(found.commands.map((one) => told(one, 'command')))}
      : {}),
  });
}
