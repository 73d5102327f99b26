import {everyNode, parseMarkdown} from '../../markdown/parse-markdown.ts';
import {shellLines} from '../pieces/shell-lines.ts';
import type {Item, Step, StepText} from '../playbook.ts';
import {sequenceOf} from '../walk.ts';
import {shellOfBlock, shellOfCommand, type ForeignShell} from './foreign-shell.ts';

/** A command that a playbook gives at an item. */
export interface ItemCommand {
  /** Whole, with the lines that continue it. */
  readonly text: string;
  /** What it is for, if not `sh`: it is shown and copied, and never run. */
  readonly foreign?: ForeignShell;
}

function commandOf(text: string, foreign: ForeignShell | undefined): ItemCommand {
  return foreign === undefined ? {text} : {text, foreign};
}

/** The commands in the blocks of code of a Markdown text. */
function commandsInBlocks(markdown: string): ItemCommand[] {
  return everyNode(parseMarkdown(markdown)).flatMap((node) => {
    if (node.type !== 'code') return [];
    const foreign = shellOfBlock(node.lang, node.value);
    return shellLines(node.lang, node.value).map((text) => commandOf(text, foreign));
  });
}

function hasFence(markdown: string | undefined): markdown is string {
  return markdown !== undefined && /```|~~~/u.test(markdown);
}

/** Those of an item itself, each with what its block says it is for. */
function ownCommands({commands, details}: Item): ItemCommand[] {
  if (commands.length === 0) return [];
  const blocks = hasFence(details) ? commandsInBlocks(details) : [];
  const foreign = new Map(blocks.map((command) => [command.text, command.foreign]));
  return commands.map((text) =>
    commandOf(text, foreign.has(text) ? foreign.get(text) : shellOfCommand(text)),
  );
}

/**
 * The blocks of code that stand between the items of a step, by the item that each belongs to: the one
 * directly above it; with other text between, the next one below; after the last item, that one.
 */
function blocksByItem(step: Step): ReadonlyMap<string, readonly StepText[]> {
  const found = new Map<string, StepText[]>();
  let above: string | undefined;
  for (const part of sequenceOf(step))
    if (part.kind === 'item') above = part.item.id;
    else if (part.text.kind === 'code') {
      const owner = above ?? part.text.above ?? step.items.at(-1)?.id;
      if (owner !== undefined) found.set(owner, [...(found.get(owner) ?? []), part.text]);
    } else above = undefined;
  return found;
}

const known = new WeakMap<Step, Map<string, readonly ItemCommand[]>>();
const blocks = new WeakMap<Step, ReadonlyMap<string, readonly StepText[]>>();

function findCommands(step: Step, item: Item): readonly ItemCommand[] {
  const byItem = blocks.get(step) ?? blocksByItem(step);
  blocks.set(step, byItem);
  const {before = [], after = []} = Object.groupBy(byItem.get(item.id) ?? [], ({position}) =>
    position.line < item.position.line ? 'before' : 'after',
  );
  const inTexts = (texts: readonly StepText[]) =>
    texts.flatMap(({markdown}) => commandsInBlocks(markdown));
  const all = [...inTexts(before), ...ownCommands(item), ...inTexts(after)];
  return all.filter(({text}, at) => all.findIndex((other) => other.text === text) === at);
}

/** The commands of an item, its own and those of the blocks that belong to it, in the order of the file. */
export function commandsAt(step: Step, item: Item): readonly ItemCommand[] {
  const ofStep = known.get(step) ?? new Map<string, readonly ItemCommand[]>();
  known.set(step, ofStep);
  const commands = ofStep.get(item.id) ?? findCommands(step, item);
  ofStep.set(item.id, commands);
  return commands;
}
