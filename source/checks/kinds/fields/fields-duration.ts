import {z} from 'zod';
import {parseAmount} from '../../assertions/amounts.ts';

/** A length of time with its unit, in milliseconds. `example` is shown where it is not one. */
export function durationField(example: string) {
  return z
    .union([z.string(), z.number()])
    .transform((input, context) => {
      const read = parseAmount(input);
      if (read?.dimension === 'duration' && read.value > 0) return read.value;
      const message = `A length of time has a unit (ms s m h d), such as ${example}.`;
      context.addIssue({code: 'custom', message});
      return z.NEVER;
    })
    .meta({title: 'duration'});
}
