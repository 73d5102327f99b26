import {z} from 'zod';

/** Text with something in it. */
export const filledText = z.string().min(1);

/** A file or folder; a relative one is looked for from the folder of the checks file. */
export const filePath = filledText.meta({title: 'path'});

/** A word of a command line; numbers and booleans are meant as text. */
const commandWord = z.union([z.string(), z.number(), z.boolean()], 'A word of a command is text.');

/** YAML reads a bare `true` as a boolean, but as a command it is the program of that name. */
const namedLikeBoolean = z.boolean().transform(String);

export const commandLine = z
  .union(
    [
      filledText,
      namedLikeBoolean,
      z
        .array(commandWord)
        .min(1)
        // A blank at the end of a program's name is a slip; of a word it may be meant.
        .transform(([program, ...words]) => [String(program).trim(), ...words.map(String)])
        .refine((words) => words[0] !== '', 'The list begins with an empty program name.'),
    ],
    'Write a command as text for the shell, or as a list: [program, word, …].',
  )
  .meta({title: 'command'});

const portMessage = 'A port is a number from 1 to 65535.';

/** A TCP port; text because a variable may stand for it. */
export const portNumber = z
  .union([z.number(), z.string().regex(/^\d+$/, portMessage)], portMessage)
  .transform(Number)
  .refine((port) => Number.isInteger(port) && port >= 1 && port <= 65_535, portMessage)
  .meta({title: 'port'});

/** Names with texts, as in headers and environments; numbers and booleans are meant as text. */
export const textMap = z
  .record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean()], 'Text is wanted here.').transform(String),
  )
  .meta({title: 'map of texts'});
