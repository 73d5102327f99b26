import {sizeEffect, sizeEffectWords} from '../../handoff/gates/size-effect.ts';
import {sizeOf, sizeWords} from '../../handoff/items/asked.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {systemSizes, type Item} from '../../playbook/playbook.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {chooseReader} from '../choose-handoff.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {print, printJson} from '../print.ts';

export interface SizeOptions {
  readonly handoff?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

function named(title: string, items: readonly Item[]): string[] {
  return items.length === 0 ? [] : [title, ...items.map(({id, text}) => `  ${text}  <${id}>`)];
}

/** Each size with what it would make of what is left. */
function previewLines(handoff: Handoff, now: string): string[] {
  return systemSizes.map((size) =>
    size === sizeOf(handoff)
      ? `${size}: ${sizeWords[size]}, as it is`
      : `${size}: ${sizeWords[size]}; ${sizeEffectWords(sizeEffect(handoff, size, now))}`,
  );
}

/** Says how large the system is, and what is asked for no more or from now on. */
export async function setSize(word: string | undefined, options: SizeOptions): Promise<number> {
  const context = await readContext();
  const {home} = context;
  const wanted = systemSizes.find((one) => one === word);
  const reader = await chooseReader(home, options, wanted ? 'acts' : 'reads');
  const {handoff} = reader.snapshot();
  const now = new Date().toISOString();
  if (!wanted) {
    if (options.json) printJson({handoff: handoff.id, size: sizeOf(handoff)});
    else print(previewLines(handoff, now).join('\n'));
    return 0;
  }
  const effect = sizeEffect(handoff, wanted, now);
  const reason = options.reason?.trim();
  const {dryRun: isDry = false, json: isJson = false} = options;
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide: () => [{type: 'handoff/sized', size: wanted, ...(reason ? {reason} : {})}],
  });
  const line = [
    `${sizeWords[wanted]}: ${sizeEffectWords(effect)}.`,
    ...named('Asked for no more:', effect.left),
    ...named('Asked for from now on:', effect.added),
  ].join('\n');
  tellRecorded(recorded, {isDry, isJson, line});
  if (!isDry) tellNameNotice(context);
  return 0;
}
