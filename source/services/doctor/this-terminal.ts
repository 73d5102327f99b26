import {good, note, type Finding} from './one-finding.ts';

const usual = {columns: 80, rows: 24};

function screen(env: NodeJS.ProcessEnv): Finding {
  const {stdin, stdout} = process;
  if (!stdin.isTTY || !stdout.isTTY)
    return note('terminal', 'none here', 'The wizard needs one; commands do not.');
  const kind = env['TERM'] ?? 'none';
  const {columns, rows} = stdout;
  if (kind === 'dumb' || kind === 'none')
    return note(
      'terminal',
      `TERM is ${kind}, so the wizard does not open`,
      'Set TERM to what your terminal is, as xterm-256color.',
    );
  const words = `${kind}, ${columns}×${rows}`;
  return columns < usual.columns || rows < usual.rows
    ? note('terminal', words, `The wizard is made for ${usual.columns}×${usual.rows} and more.`)
    : good('terminal', words);
}

function colours(env: NodeJS.ProcessEnv): Finding {
  if (env['NO_COLOR']) return good('colours', 'none, as NO_COLOR says');
  if (!process.stdout.isTTY) return good('colours', 'none outside of a terminal');
  const many = 2 ** process.stdout.getColorDepth();
  return good('colours', `${many}`);
}

function letters(env: NodeJS.ProcessEnv): Finding {
  const variable = ['LC_ALL', 'LC_CTYPE', 'LANG'].find((name) => env[name]);
  const locale = variable === undefined ? undefined : env[variable];
  if (locale !== undefined && !/utf-?8/i.test(locale))
    return note(
      'letters',
      `${variable} is ${locale}, so signs are plain letters`,
      'Where your terminal shows UTF-8, set LANG to a locale of it, as C.UTF-8.',
    );
  return good('letters', locale === undefined ? 'no locale is set; UTF-8 is taken' : locale);
}

/** What this terminal can show. */
export function lookAtTerminal(env: NodeJS.ProcessEnv = process.env): readonly Finding[] {
  return [screen(env), colours(env), letters(env)];
}
