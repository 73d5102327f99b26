import {
  phaseKinds,
  type Item,
  type Notice,
  type Phase,
  type Playbook,
  type Step,
} from '../playbook.ts';
import {idKeeper, type GiveId} from '../reading/ids.ts';
import type {ParsedPlaybook} from '../parse.ts';
import type {Settings} from '../settings/playbook-settings.ts';
import {inFile} from './in-file.ts';

interface Givers {
  readonly phase: GiveId;
  readonly step: GiveId;
  readonly item: GiveId;
}

function withItemIds(item: Item, step: string, give: GiveId): Item {
  const id = give(item.id, step);
  return {...item, id, children: item.children.map((child) => withItemIds(child, step, give))};
}

function withStepIds(step: Step, phase: string, give: Givers): Step {
  const id = give.step(step.id, phase);
  const items = step.items.map((item) => withItemIds(item, id, give.item));
  const ids = new Map(step.items.map((item, at) => [item.id, items[at]?.id ?? item.id]));
  const texts = step.texts?.map((text) =>
    text.above === undefined ? text : {...text, above: ids.get(text.above) ?? text.above},
  );
  return {...step, id, ...(texts ? {texts} : {}), items};
}

/** The phase goes on in a later file: the same title, and the same time. */
function goesOn(phase: Phase, {id, kind}: Phase): boolean {
  return phase.id === id && phase.kind === kind;
}

function joinedTexts(texts: readonly (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).join('\n\n') || undefined;
}

function orderOf({kind}: Phase): number {
  return phaseKinds.indexOf(kind);
}

/** Phases of a kind stand together, for a handoff goes from one kind to the next and never back. */
function addPhase(phases: readonly Phase[], next: Phase, give: Givers): Phase[] {
  const at =
    next.position.file === undefined ? -1 : phases.findIndex((phase) => goesOn(phase, next));
  const before = phases[at];
  const id = before?.id ?? give.phase(next.id, '');
  const steps = next.steps.map((step) => withStepIds(step, id, give));
  if (before) {
    const introduction = joinedTexts([before.introduction, next.introduction]);
    const whole = {
      ...before,
      ...(introduction === undefined ? {} : {introduction}),
      steps: [...before.steps, ...steps],
    };
    return phases.with(at, whole);
  }
  const place =
    next.position.file === undefined
      ? phases.length
      : phases.findLastIndex((phase) => orderOf(phase) <= orderOf(next)) + 1;
  return phases.toSpliced(place, 0, {...next, id, steps});
}

function gatesNotice({gates}: Playbook, file: number): Notice[] {
  if (!gates) return [];
  const message = 'Gates are those of the first file; the ones of this file are not used.';
  return [{message, position: {line: 1, column: 1, file}}];
}

/** What the front matters say together: of each the ids, as they are now. */
function joinedSettings(
  all: readonly [ParsedPlaybook, ...ParsedPlaybook[]],
  stepIds: readonly ReadonlyMap<string, string>[],
): Settings {
  const steps = all.flatMap(({settings}, at) =>
    [...settings.steps].map(([id, setting]) => [stepIds[at]?.get(id) ?? id, setting] as const),
  );
  const registers = all.flatMap(({settings}) => [...settings.registers]);
  return {...all[0].settings, steps: new Map(steps), registers: new Map(registers)};
}

/**
 * What files say each, as one playbook in their order: its title and its gates are those of the first.
 * Ids of the first stay as they are; a later one that is taken has that of its step in front.
 */
export function joinPlaybooks(
  first: ParsedPlaybook,
  others: readonly ParsedPlaybook[],
): ParsedPlaybook {
  if (others.length === 0) return first;
  const keepers = {phase: idKeeper(), step: idKeeper(), item: idKeeper()};
  const stepIds = [first, ...others].map(() => new Map<string, string>());
  const giversOf = (file: number): Givers => ({
    ...keepers,
    step(id, phase) {
      const given = keepers.step(id, phase);
      stepIds[file]?.set(id, given);
      return given;
    },
  });
  const placed = others.map(({playbook}, at) => inFile(playbook, at + 1));
  const all = [first.playbook, ...placed];
  const phases = all.reduce<readonly Phase[]>(
    (before, playbook, file) =>
      playbook.phases.reduce((so, next) => addPhase(so, next, giversOf(file)), before),
    [],
  );
  const context = joinedTexts(all.map((playbook) => playbook.context));
  const playbook = {
    ...first.playbook,
    ...(context === undefined ? {} : {context}),
    phases,
    gotchas: all.flatMap(({gotchas}) => gotchas),
    links: all.flatMap(({links}) => links),
    notices: all.flatMap((playbook, file) => [
      ...(file > 0 ? gatesNotice(playbook, file) : []),
      ...playbook.notices,
    ]),
  };
  return {playbook, settings: joinedSettings([first, ...others], stepIds)};
}
