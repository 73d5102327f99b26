import type {Settings} from './playbook-settings.ts';

/** The steps and items that the front matter names, by id. */
export function namedIds(
  settings: Settings,
): Readonly<Record<'step' | 'item', ReadonlySet<string>>> {
  const {due, registers, parts, audiences, settledBy, sizes, gated} = settings;
  return {
    step: new Set(settings.steps.keys()),
    item: new Set(
      [due, registers, parts, audiences, settledBy, sizes, gated].flatMap((map) => [...map.keys()]),
    ),
  };
}
