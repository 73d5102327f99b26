import {useStdin} from 'ink';
import type {KeyQueue} from './key-queue.ts';

/**
 * Forgets what was typed in one go with the key that is handled now, such as the words after a key
 * that was thought to ask for them; they are not to be read as keys of their own.
 */
export function useForgetBurst(): () => void {
  const {stdin} = useStdin();
  return () => (stdin as Partial<KeyQueue>).forgetBurst?.();
}
