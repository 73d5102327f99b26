import {sizeEffect, sizeEffectWords} from '../../handoff/gates/size-effect.ts';
import {sizeOf, sizeWords} from '../../handoff/items/asked.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {systemSizes, type Item} from '../../playbook/playbook.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {appendTo} from '../../store/append-changes.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print} from '../print.ts';

export interface SizeOptions {
  readonly handoff?: string;
  readonly reason?: string;
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
  const {home, actor} = context;
  const wanted = systemSizes.find((one) => one === word);
  const reader = await chooseReader(home, options, wanted ? 'acts' : 'reads');
  const {handoff} = reader.snapshot();
  const now = new Date().toISOString();
  if (!wanted) {
    print(previewLines(handoff, now).join('\n'));
    return 0;
  }
  const effect = sizeEffect(handoff, wanted, now);
  const reason = options.reason?.trim();
  const {notice} = await appendTo(reader, {
    home,
    id: handoff.id,
    actor,
    decide: () => [{type: 'handoff/sized', size: wanted, ...(reason ? {reason} : {})}],
  });
  print(
    [
      `${handoff.id} is ${sizeWords[wanted]}: ${sizeEffectWords(effect)}.`,
      ...named('Asked for no more:', effect.left),
      ...named('Asked for from now on:', effect.added),
    ].join('\n'),
  );
  if (notice) print(notice);
  tellNameNotice(context);
  return 0;
}
