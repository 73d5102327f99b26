import {z} from 'zod';
import {isEncoding} from '../../text/encoding.ts';

/** How a text is written, where its first bytes do not tell: `utf-16le`, `shift_jis`. */
export const encodingField = z
  .string()
  .refine(isEncoding, 'An encoding is a word such as utf-8, utf-16le, windows-1252 or shift_jis.')
  .meta({title: 'encoding'});
