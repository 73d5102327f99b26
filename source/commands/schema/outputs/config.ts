import {z} from 'zod';
import {loose, output} from './parts.ts';

const setting = {
  name: z.string().describe('As it is typed, such as plain-signs.'),
  value: z.unknown().optional().describe('Absent where nobody has said anything.'),
  from: z.enum(['flag', 'environment', 'settings', 'default']),
  by: z.string().optional().describe('The option or the variable that says it.'),
  problem: z.string().optional().describe('Why a variable says what is no value.'),
  about: z.string(),
  takes: z.string(),
  usual: z.string().describe('What holds where nobody has said anything, in words.'),
  variable: z.string().describe('Goes before what is set.'),
};

/** `config get` and `config set`. */
export const configSetting = output(setting);

/** `config list`. */
export const configList = output({
  settings: z.array(z.object(setting)),
  file: z.string().describe('Where they are kept.'),
  trusted: z.array(loose({sha256: z.string(), path: z.string(), at: z.string()})),
});

/** `calendar`: the business days of a handoff. */
export const calendar = output({
  weekend: z.array(z.string()),
  holidays: z.array(z.iso.date()),
  worked: z.array(z.iso.date()),
});
