import {isTick, takeBox} from '../boxes.ts';
import {takeClock} from '../clock-times.ts';
import {parseMinutes} from '../minutes.ts';
import type {Mark} from '../piece.ts';
import type {Cell} from './cells.ts';

/** What a column says of its row. */
export type Role =
  | 'box'
  | 'status'
  | 'level'
  | 'name'
  | 'owner'
  | 'due'
  | 'evidence'
  | 'number'
  | 'time'
  | 'other';

const named: readonly (readonly [Role, RegExp])[] = [
  [
    'name',
    /^(?:checks?|checkpoints?|tasks?|items?|actions?(?: items?)?|steps?|activit(?:y|ies)|requirements?|questions?|to-?dos?|controls?|criteri(?:on|a)|deliverables?|aufgaben?|schritte?|prüfpunkte?|prüfung|maßnahmen?|tätigkeit|tâches?|étapes?|actions? à mener|tareas?|pasos?|acción|acciones|tarefas?|passos?|ação|taken?|taak|stap(?:pen)?|actie|attività|compit[oi]|passagg[io]i?)$/iu,
  ],
  [
    'owner',
    /^(?:owners?|assignees?|assigned(?: to)?|responsible(?: (?:person|party|team))?|accountable|who|dri|lead|verantwortlich(?:er|e)?|zuständig|wer|responsables?|quién|qui|responsável|quem|verantwoordelijke?|wie|responsabile|chi)$/iu,
  ],
  [
    'due',
    /^(?:due(?: (?:date|by|on))?|deadline|by when|target date|eta|fällig(?: am)?|frist|bis wann|échéance|date limite|vencimiento|fecha(?: límite)?|prazo|vervaldatum|scadenza)$/iu,
  ],
  [
    'evidence',
    /^(?:evidence|proof|links?|url|nachweise?|beleg|preuves?|liens?|evidencias?|enlaces?|evidências?|bewijs|prov[ae]|collegament[io])$/iu,
  ],
  ['number', /^(?:#|no\.?|nr\.?|num(?:ber)?|n°|nº|id|ref\.?)?$/iu],
  [
    'time',
    /^(?:time|times|duration|length|minutes|mins?|when|timing|zeit|dauer|uhrzeit|heure|durée|hora|horario|duración|horário|duração|tijd|duur|ora|orario|durata)(?:\s*\((?:min(?:ute)?s?|mins)\))?$/iu,
  ],
];

const statusName =
  /^(?:status|state|done|complete[d]?|checked|finished|verified|✓|✔|✅|☑|\[ ?\]|erledigt|fertig|stand|fait|statut|état|hecho|estado|listo|feito|concluído|klaar|gereed|fatto|stato|done\?|complete\?|completed\?)$/iu;

const doneWords =
  /^(?:done|complete[d]?|finished|closed|yes|y|ok|passed|pass|x|resolved|verified|erledigt|fertig|ja|fait|oui|hecho|sí|feito|sim|klaar|fatto|sì|🟢|👍)$/iu;
const openWords =
  /^(?:|-|–|—|tbd|tba|open|to ?do|not (?:yet )?started|not done|in progress|in review|wip|pending|blocked|started|ongoing|planned|no|n|todo|offen|in arbeit|nein|à faire|en cours|non|pendiente|en curso|pendente|em andamento|não|bezig|nee|da fare|in corso|❌|✗|✖|🔴|🟡|🟠|⏳|🚧)$/iu;
const struckWords =
  /^(?:n\.?\/?a\.?|not applicable|skipped|cancell?ed|entfällt|sans objet|no aplica|n\.?v\.?t\.?)$/iu;

/** What the cell of a status column says; nothing for what is no status. */
export function markOfStatus(text: string): Mark | undefined {
  const words = text.replaceAll(/[\uFE0F]/gu, '').trim();
  const box = takeBox(words);
  if (box) return box.mark;
  if (doneWords.test(words)) return 'done';
  if (struckWords.test(words)) return 'struck';
  return openWords.test(words) ? 'open' : undefined;
}

/** A length of time in a cell; a figure alone counts in minutes where the header says so. */
export function lengthOf(text: string, header: string) {
  const bare = /^\d{1,3}$/u.test(text.trim()) && /min/iu.test(header);
  return parseMinutes(bare ? `${text} min` : text) ?? takeClock(`${text} x`)?.minutes;
}

function share(cells: readonly Cell[], holds: (cell: Cell) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}

function isBoxColumn(cells: readonly Cell[]): boolean {
  const told = cells.filter(({text}) => text !== '');
  const boxes = told.filter(({text}) => takeBox(text)?.rest === '');
  const empty = boxes.some(({text}) => takeBox(text)?.mark === 'open');
  return boxes.length > 0 && boxes.length * 2 >= told.length && empty;
}

/** A column of check marks and empty cells, as of levels that ask for more and more. */
function isTickColumn(cells: readonly Cell[]): boolean {
  return (
    cells.some(({text}) => isTick(text)) && cells.every(({text}) => text === '' || isTick(text))
  );
}

function roleOf(header: string, cells: readonly Cell[]): Role {
  if (isBoxColumn(cells)) return 'box';
  if (statusName.test(header) && share(cells, ({text}) => markOfStatus(text) !== undefined) >= 0.5)
    return 'status';
  if (isTickColumn(cells)) return 'level';
  const role = named.find(([, pattern]) => pattern.test(header))?.[0] ?? 'other';
  if (role === 'number')
    return cells.every(({text}) => /^[\w.#-]{0,8}$/u.test(text)) ? 'number' : 'other';
  if (role === 'time')
    return share(
      cells,
      ({text}) => lengthOf(text, header) !== undefined || takeClock(`${text} x`) !== undefined,
    ) >= 0.5
      ? 'time'
      : 'other';
  return role;
}

/** The role of each column, by its header and by what stands in it. */
export function rolesOf(headers: readonly string[], rows: readonly (readonly Cell[])[]): Role[] {
  const roles = headers.map((header, at) =>
    roleOf(
      header,
      rows.flatMap((row) => row[at] ?? []),
    ),
  );
  const levels = roles.filter((role) => role === 'level').length;
  // One column of ticks says yes or no; whether it is work is for the other columns to say.
  return levels === 1 && !roles.includes('name')
    ? roles.map((role) => (role === 'level' ? 'other' : role))
    : roles;
}
