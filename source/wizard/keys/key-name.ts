import type {Key} from 'ink';

const named: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/**
 * One name for one key press, as the key table writes it: `a`, `A`, `?`, `up`, `enter`, `ctrl+x`,
 * `shift+tab`, `space`.
 */
export function keyName(input: string, key: Key): string {
  if (key.tab) return key.shift ? 'shift+tab' : 'tab';
  const special = named.find(([field]) => key[field] === true);
  if (special) return special[1];
  if (input === ' ') return 'space';
  return key.ctrl ? `ctrl+${input}` : input;
}
