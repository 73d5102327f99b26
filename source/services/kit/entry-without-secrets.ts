import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import {leftOutWords} from '../../store/without-secrets.ts';

/** What is to be kept, and what was left out of it, in words. */
interface SafeEntry {
  readonly safe: AnswerEntry;
  readonly notice: string | undefined;
}

type Safe = (text: string) => Promise<string>;

async function withTexts(entry: AnswerEntry, safe: Safe): Promise<AnswerEntry> {
  const lines = async (texts: readonly string[]) => Promise.all(texts.map(safe));
  switch (entry.kind) {
    case 'checks':
      return entry;
    case 'runbook': {
      const {told} = entry;
      const seen = told?.map(async (step) => ({...step, actual: await safe(step.actual)}));
      return {
        ...entry,
        actual: await safe(entry.actual),
        ...(seen === undefined ? {} : {told: await Promise.all(seen)}),
      };
    }
    case 'demonstration':
      return entry.remark === undefined ? entry : {...entry, remark: await safe(entry.remark)};
    case 'question': {
      const {text, about} = entry;
      return {
        ...entry,
        text: await safe(text),
        ...(about === undefined ? {} : {about: await safe(about)}),
      };
    }
    case 'teach-back':
      return {...entry, said: await safe(entry.said)};
    case 'decision': {
      const {role, conditions, remarks} = entry;
      return {
        ...entry,
        role: await safe(role),
        ...(conditions === undefined ? {} : {conditions: await lines(conditions)}),
        ...(remarks === undefined ? {} : {remarks: await safe(remarks)}),
      };
    }
  }
}

/** What a person did or typed without secrets, whatever they are in. */
export async function entryWithoutSecrets(entry: AnswerEntry): Promise<SafeEntry> {
  const kinds = new Set<string>();
  const safe = await withTexts(entry, async (typed) => {
    const {text, redacted} = await redactSecrets(typed);
    for (const kind of redacted) kinds.add(kind);
    return text;
  });
  return {safe, notice: leftOutWords(kinds)};
}
