import type {ChangeType} from '../../handoff/changes/catalogue.ts';
import type {ArgumentFace, ChangeCommand, Face, OptionFace} from './change-command.ts';

/** A face that a person types into, with the field that it fills. */
export interface NamedFace {
  readonly field: string;
  readonly face: ArgumentFace | OptionFace;
  /** Nothing is made without it. */
  readonly isNeeded: boolean;
}

/** `watched-by` for an option that says so, `customer-minutes` for one called by its field. */
export function optionName({field, face}: Pick<NamedFace, 'field' | 'face'>): string {
  const usual = field.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  return face.name ?? usual;
}

/** The key under which the parser of arguments keeps an option. */
export function optionKey(named: Pick<NamedFace, 'field' | 'face'>): string {
  return optionName(named).replaceAll(/-(.)/gu, (_, letter: string) => letter.toUpperCase());
}

/** A key by which one face is told from another: two changes may have an argument in common. */
function keyOf(named: NamedFace): string {
  return named.face.as === 'argument' ? named.face.name : `--${optionName(named)}`;
}

function isTyped(face: Face): face is ArgumentFace | OptionFace {
  return face.as !== 'program';
}

function isNeeded(face: ArgumentFace | OptionFace): boolean {
  return face.as === 'argument' ? !face.hasUsual : (face.isNeeded ?? false);
}

/** All that a person can type behind a command, each once, in the order in which it is said. */
export function facesOf({makes, more = {}}: ChangeCommand): NamedFace[] {
  const ofChanges = (Object.keys(makes) as ChangeType[]).flatMap((type) =>
    Object.entries(makes[type] ?? {}),
  );
  const all = [...ofChanges, ...Object.entries(more)].flatMap(([field, face]): NamedFace[] =>
    isTyped(face) ? [{field, face, isNeeded: isNeeded(face)}] : [],
  );
  const byKey = new Map<string, NamedFace>();
  for (const named of all) if (!byKey.has(keyOf(named))) byKey.set(keyOf(named), named);
  return [...byKey.values()];
}
