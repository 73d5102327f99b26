import {isTick, isTickedBox, takeBox} from '../boxes.ts';
import {takeClock} from '../clock-times.ts';
import {parseMinutes} from '../minutes.ts';
import type {Cell} from './cells.ts';
import {areRanks, markOfStatus, statusName} from './status-words.ts';

/** What a column says of its row. */
export type Role =
  | 'box'
  | 'status'
  | 'level'
  | 'rank'
  | 'step'
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
    /^(?:checks?|checkpoints?|tasks?|items?|actions?(?: items?)?|steps?|activit(?:y|ies)|requirements?|questions?|to-?dos?|controls?|criteri(?:on|a)|deliverables?|aufgaben?|schritte?|prüfpunkte?|prüfung|maßnahmen?|tätigkeit|tâches?|étapes?|actions? à mener|tareas?|pasos?|acción|acciones|tarefas?|passos?|ação|taken?|taak|stap(?:pen)?|actie|attività|compit[oi]|passagg[io]i?|作業(?:内容)?|工程|タスク|手順|確認(?:事項|項目)|チェック項目|任务|步骤|检查项|事项)$/iu,
  ],
  [
    'owner',
    /^(?:owners?|assignees?|assigned(?: to)?|responsible(?: (?:person|party|team))?|accountable|who|dri|lead|verantwortlich(?:er|e)?|zuständig|wer|responsables?|quién|qui|responsável|quem|verantwoordelijke?|wie|responsabile|chi|担当者?|責任者|负责人|責任人)$/iu,
  ],
  [
    'due',
    /^(?:due(?: (?:date|by|on))?|deadline|by when|target date|eta|fällig(?: am)?|frist|bis wann|échéance|date limite|vencimiento|fecha(?: límite)?|prazo|vervaldatum|scadenza|期限|期日|完了予定日?|截止日期)$/iu,
  ],
  [
    'evidence',
    /^(?:evidence|proof|links?|url|nachweise?|beleg|preuves?|liens?|evidencias?|enlaces?|evidências?|bewijs|prov[ae]|collegament[io]|証跡|エビデンス|证据|链接)$/iu,
  ],
  ['number', /^(?:(?:\S{1,12}\s)?(?:#|no\.?|nr\.?|num(?:ber)?|n°|nº|id|ref\.?))?$/iu],
  [
    'time',
    /^(?:(?:planned|estimated|expected|allotted|allocated)\s+)?(?:times?|durations?|length|minutes|mins?|when|timing|start(?:s|\s+time)?|zeit|dauer|uhrzeit|beginn|heure|durée|début|hora|horario|duración|inicio|horário|duração|início|tijd|duur|ora|orario|durata|inizio|時間|時刻|開始|所要時間|时间|时长)(?:[\s-]*(?:slot|box|frame|limit|allotted|allocated|needed|required))?(?:\s*\((?:min(?:ute)?s?|mins|分)\))?$/iu,
  ],
];

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
  const isSure = boxes.some(({text}) => takeBox(text)?.mark === 'open' || isTickedBox(text));
  return boxes.length > 0 && boxes.length * 2 >= told.length && isSure;
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
  if (areRanks(cells.map(({text}) => text))) return 'rank';
  const role = named.find(([, pattern]) => pattern.test(header))?.[0] ?? 'other';
  if (role === 'number')
    return cells.every(({text}) => /^[\w.#-]{0,12}$/u.test(text)) ? 'number' : 'other';
  // A step that is a figure counts the rows; what is to do stands in another column.
  if (role === 'name' && cells.every(({text}) => /^\d{1,3}\.?$/u.test(text))) return 'step';
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
