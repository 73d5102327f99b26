import {z} from 'zod';

export const instant = z.iso.datetime({offset: true}).describe('ISO 8601.');
export const day = z.iso.date().describe('Such as 2026-03-04.');
export const handoffId = z.string().describe('The id of the handoff.');
export const count = z.number().int().min(0);
export const audience = z.enum(['customer', 'internal']);

export const place = z
  .object({
    step: z.string().describe('The id of a step of the playbook.'),
    item: z.string().optional().describe('The key of a line in it, such as the id of an item.'),
  })
  .describe('Where something stands.');

/** With the version of its shape, as everything is printed. */
export function output<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.object({
    format: z.literal(1).describe('Version of this shape; fields may be added within a version.'),
    ...shape,
  });
}

/** Something of a handoff as the domain has it, of which the parts that last are named. */
export const loose = z.looseObject;
