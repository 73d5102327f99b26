import {takeBox} from '../boxes.ts';
import type {Mark} from '../piece.ts';

/** Headers of columns that say how far a row is, in the languages of many teams. */
export const statusName =
  /^(?:status|state|done|complete[d]?|checked|finished|verified|✓|✔|✅|☑|\[ ?\]|erledigt|fertig|stand|fait|statut|état|hecho|estado|listo|feito|concluído|klaar|gereed|fatto|stato|状態|状况|状态|ステータス|完了|完成|done\?|complete\?|completed\?)$/iu;

const doneWords =
  /^(?:done|complete[d]?|finished|closed|yes|y|ok|passed|pass|x|resolved|verified|implemented|in place|erledigt|fertig|ja|umgesetzt|fait|oui|hecho|sí|feito|sim|klaar|fatto|sì|済|完了|完成|已完成|🟢|👍)$/iu;
const notBegunWords =
  /^(?:|-|–|—|tbd|tba|open|to ?do|not (?:yet )?(?:started|done|implemented)|not done|no|n|todo|offen|nein|à faire|non|pendiente|pendente|não|nee|da fare|未着手|未|未完了|未开始|未完成|❌|✗|✖|🔴)$/iu;
const betweenWords =
  /^(?:in progress|in review|wip|pending|blocked|started|ongoing|planned|partial(?:ly(?: (?:done|implemented))?)?|in arbeit|geplant|en cours|en curso|em andamento|bezig|in corso|進行中|作業中|进行中|🟡|🟠|⏳|🚧)$/iu;
const struckWords =
  /^(?:n\.?\/?a\.?|not applicable|skipped|cancell?ed|entfällt|sans objet|no aplica|n\.?v\.?t\.?|対象外|不适用)$/iu;

function plain(text: string): string {
  return text.replaceAll(/[\uFE0F]/gu, '').trim();
}

/** What the cell of a status column says; nothing for what is no status. */
export function markOfStatus(text: string): Mark | undefined {
  const words = plain(text);
  const box = takeBox(words);
  if (box) return box.mark;
  if (doneWords.test(words)) return 'done';
  if (struckWords.test(words)) return 'struck';
  return notBegunWords.test(words) || betweenWords.test(words) ? 'open' : undefined;
}

/** Whether a status is somewhere between open and done, which a box cannot say. */
export function isBetween(text: string): boolean {
  return betweenWords.test(plain(text));
}

// A table of settings has "required" and "optional" too; only advice makes its rows work.
const advice =
  /^(?:must(?: have)?|should(?: have)?|could(?: have)?|essential|recommended|advised|advanced|basic|nice[- ]to[- ]have|empfohlen|recommandé|essentiel|recomendado|esencial|essencial|推奨|推荐|建议)$/iu;
const demand =
  /^(?:required|mandatory|pflicht|obligatorisch|obligatoire|obligatorio|obrigatório|必須|必须)$/iu;
const notForAll =
  /^(?:optional|could(?: have)?|nice[- ]to[- ]have|optionnel|facultatif|opcional|任意|可选)$/iu;

/** Whether a word says how much something is wanted that nobody has to do. */
export function isForSome(text: string): boolean {
  return notForAll.test(plain(text));
}

/** Whether the cells of a column say how much their rows are wanted, as a list of advice does. */
export function areRanks(texts: readonly string[]): boolean {
  const told = texts.map(plain).filter(Boolean);
  const known = told.filter((text) => [advice, demand, notForAll].some((some) => some.test(text)));
  return (
    told.length > 1 && known.length >= told.length * 0.8 && told.some((one) => advice.test(one))
  );
}
