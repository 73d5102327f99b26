import {hasPlainSigns} from './chosen-look.ts';

/** What typography writes, each as one cell of ASCII, so that no width changes. */
const plain: Readonly<Record<string, string>> = {
  '·': '-',
  '•': '*',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '~',
  '×': 'x',
  '←': '<',
  '→': '>',
  '│': '|',
};

const written = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/** A text in signs that every terminal has; letters stay as they were typed. */
export function inPlainSigns(text: string): string {
  return text.replace(written, (sign) => plain[sign] ?? sign);
}

/** A text as this terminal can show it. */
export const shownText: (text: string) => string = hasPlainSigns(process.env)
  ? inPlainSigns
  : (text) => text;
