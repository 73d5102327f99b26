import type {Binding} from './binding.ts';

/** What a key does now, or why it does nothing now. */
export interface KeyAction {
  readonly binding: Binding;
  readonly run: () => void;
  /** Said when the key is pressed while it is off. */
  readonly offBecause?: string;
  /** Shown in the footer; the help shows everything. */
  readonly isPrimary?: boolean;
  /** Replaces the binding's label where the screen can say it better. */
  readonly label?: string;
}

/** The keys that work on a screen right now, the most useful first. */
export type KeyLayer = readonly KeyAction[];

/** Finds what a key does; the first entry wins, so a screen can take a key from the shared ones. */
export function findKey(layer: KeyLayer, key: string): KeyAction | undefined {
  return layer.find(({binding}) => binding.keys.includes(key));
}

/** The key of an entry that no earlier entry took. */
export function keyOf(layer: KeyLayer, entry: KeyAction): string | undefined {
  return entry.binding.keys.find((key) => findKey(layer, key) === entry);
}

/** The words by which an entry is known. */
export function labelOf({label, binding}: KeyAction): string {
  return label ?? binding.label;
}
