import {z} from 'zod';
import {readExpression} from '../../assertions/pattern.ts';

/** A regular expression, with or without its slashes. */
export const patternField = z
  .string()
  .min(1)
  .transform((text, context) => {
    const reading = readExpression(text);
    if (reading.type === 'pattern') return reading.pattern;
    const message = reading.type === 'problem' ? reading.message : 'A pattern belongs here: /…/.';
    context.addIssue({code: 'custom', message});
    return z.NEVER;
  })
  .meta({title: 'pattern'});
