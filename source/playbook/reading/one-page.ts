import type {Gotcha, Link, Phase, StepText} from '../playbook.ts';
import {slugify} from './slug.ts';

interface Page {
  readonly title: string;
  readonly context: string | undefined;
  readonly gotchas: readonly Gotcha[];
  readonly links: readonly Link[];
}

/** A file without anything to settle as one step to read; nothing where it says nothing at all. */
export function onePage({title, context, gotchas, links}: Page): Phase[] {
  if (context === undefined && gotchas.length === 0 && links.length === 0) return [];
  const position = {line: 1, column: 1};
  const text = `Read "${title}"`;
  const id = slugify(text) || 'read';
  const texts: StepText[] =
    context === undefined ? [] : [{kind: 'prose', markdown: context, above: id, position}];
  const item = {
    id,
    text,
    isOptional: false,
    isChecked: false,
    isReading: true,
    commands: [],
    links: [],
    children: [],
    position,
  };
  const step = {
    id: slugify(title) || 'step',
    title,
    screen: 'checklist' as const,
    ...(texts.length > 0 ? {texts} : {}),
    items: [item],
    position,
  };
  return [{id: slugify(title) || 'phase', kind: 'preparation', title, steps: [step], position}];
}
