import {startOfLine} from '../engine/secret-rule.ts';
import type {JudgedName} from './secret-names.ts';

/** A name that says that a secret stands near it, and where it is. */
export interface Name extends JudgedName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands before whose a secret is, in the languages people use: "of", "für", "voor". */
export const belonging =
  'for|of|on|für|von|vom|des|der|zum|zur|auf|de|del|dela|de la|du|pour|da|dos|das|para|di|della|del|per|van|voor|op|do|od|dla|na|för|till|til|af|от|для|к|на|pro|k';

export const elided = "(?:dell|de l|d|all|della|l)['’]";

export const blank = /[ \t]{1,20}/y;

/** Whether nothing but a dash, `export` or the like stands before the name in its line. */
export function lineIndent(text: string, at: number): number | undefined {
  const before = text.slice(startOfLine(text, at), at);
  const match =
    /(?:^|["'>])(?<indent>[ \t]*)(?:(?:-|export|set|declare -x|local|const|let|var|readonly|[*>+]|\*\*)[ \t]*)?["'$*_]{0,3}$/.exec(
      before,
    );
  return match?.groups?.['indent']?.length;
}
