import type {PhaseKind} from '../playbook.ts';

/** Words of many languages, joined as one pattern that ends where a word ends. */
function anyOf(...words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

// What comes first in time, so that a place between it and "after" is the day itself.
const before = [
  'pre[-–][\\p{L}-]+',
  'pre (?:go|launch|deployment|cutover|release|migration|session|handoff|handover)[\\p{L}-]*',
  'prepar\\p{L}*',
  'before',
  'vorbereit\\p{L}*',
  'vor (?:der|dem|den)',
  'vorab',
  'avant',
  'préparat\\p{L}*',
  'antes',
  'previo\\p{L}*',
  'prévia',
  'voorbereid\\p{L}*',
  'voor(?:af)?',
  'prima',
];
const comesBefore = anyOf(...before);
const preparation = anyOf(
  ...before,
  'prerequisites?',
  'readiness',
  'planning',
  'voraussetzung\\p{L}*',
  'préalables?',
  'preliminar\\p{L}*',
);

const afterwards = anyOf(
  'post[-–][\\p{L}-]+',
  'post (?:go|launch|deployment|cutover|release|migration|session|handoff|handover|production)[\\p{L}-]*',
  '(?:the )?(?:day|days|week|weeks|month|hours?)?\\s?after(?:wards)?',
  'follow[- ]?ups?',
  'closing',
  'close[- ]?out',
  'wrap(?:ping)?[- ]?up',
  'hyper-?care',
  'early[- ]life[- ]support',
  'after-?care',
  'nach(?:bereitung|lauf|sorge|her|betreuung)?',
  'danach',
  'abschluss',
  'après',
  'suivi',
  'clôture',
  'después',
  'seguimiento',
  'posterior(?:es)?',
  'cierre',
  'após',
  'depois',
  'pós-\\p{L}+',
  'acompanhamento',
  'encerramento',
  'na',
  'nazorg',
  'opvolging',
  'afronding',
  'dopo',
  'chiusura',
);

// Chinese and Japanese have no blanks between words.
const unspaced: readonly (readonly [PhaseKind, RegExp])[] = [
  ['preparation', /準備|事前|前提|准备|上线前|发布前|部署前/u],
  ['post-handoff', /事後|リリース後|フォローアップ|事后|上线后|发布后|部署后|收尾|复盘/u],
  ['session', /会議|議題|アジェンダ|打ち合わせ|リリース当日|本番切替|会议|议程|上线当天|割接/u],
];

// "Transition to Kubernetes" is work of another sort than the transition of a handoff.
const transition = /^(?:the )?transition(?: (?:period|phase|time|weeks?))?(?:\s*[&,(/:–—-].*)?$/iu;

const meetingNouns =
  '(?:sessions?|meetings?|agenda|workshops?|calls?|live|sitzung|besprechung|termin|übergabetermin|réunion|séance|sesión|reunión|sessão|reunião|sessie|vergadering|bijeenkomst|sessione|riunione)';
const goLive =
  '(?:go[- ]?live(?: day| weekend| window| night)?|cut-?over(?: day| weekend| window| night)?|launch(?: day)?|release day|deployment day|d-day|switch-?over|rollout day|inbetriebnahme|umschaltung|stichtag|mise en (?:production|service)|bascule|jour j|puesta en (?:marcha|producción)|salida (?:en vivo|a producción)|entrada em produção|virada|ingebruikname|livegang|messa in (?:produzione|servizio))';

const theDay =
  '(?:go[- ]?live|cut-?over|launch|release|deployment|migration|rollout) (?:day|weekend|window|night) (?:checklist|tasks?|steps|activities|plan|runbook|timeline)';

// The word that a title ends with is what it is about: a "call tree" is a tree.
const endsAsSession = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<!\\bon[- ])(?:${meetingNouns}|${goLive}|${theDay})\\s*(?:[([].*)?$`,
  'iu',
);
const isMeeting = new RegExp(
  `(?<![\\p{L}\\p{N}])${meetingNouns}(?![\\p{L}\\p{N}])(?<!go[- ]?live)`,
  'iu',
);
const startsAsSession = new RegExp(
  `^(?:during|während|pendant|durante|tijdens|(?:the )?(?:${meetingNouns}\\s+)?(?:${meetingNouns}|${goLive})(?=\\s*(?:$|[:&/–—(]|- |(?:with|for|and|mit|und|avec|et|con|y|com|e|met|en|items?|topics?|points?|notes?|minutes|notizen|punkte|protokoll)(?![\\p{L}\\p{N}]))))(?![\\p{L}\\p{N}])`,
  'iu',
);

// What may be about the session or the time after it, and may be about the system.
const doubtful = anyOf(
  'sessions?',
  'live',
  'calls?',
  'meetings?',
  'transition',
  'launch',
  'cut-?over',
  'rollback',
  'roll-?out',
  'back-?out',
  'go-?live',
  'follow',
  'release',
);

/** The kind of phase that a title's words announce, if any. Preparing for a session comes first. */
export function announcedKind(title: string): PhaseKind | undefined {
  const words = title.trim();
  if (preparation.test(words)) return 'preparation';
  if (afterwards.test(words) || transition.test(words)) return 'post-handoff';
  if (endsAsSession.test(words) || startsAsSession.test(words)) return 'session';
  return unspaced.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The kind that the title of a whole file announces: a "go-live" file is mostly what comes before. */
export function announcedKindOfFile(title: string): PhaseKind | undefined {
  const kind = announcedKind(title);
  return kind === 'session' && !isMeeting.test(title) ? undefined : kind;
}

/** Whether a title without a kind has words that could announce one. */
export function isDoubtful(title: string): boolean {
  return announcedKind(title) === undefined && doubtful.test(title);
}

/**
 * The kinds of phases by their titles and their places: what stands between "pre-X" and "post-X" is
 * the session, where none is named as one.
 */
export function announcedKinds(titles: readonly string[]): (PhaseKind | undefined)[] {
  const kinds = titles.map(announcedKind);
  const first = kinds.indexOf('post-handoff');
  const isBefore = (title: string) => comesBefore.test(title) || unspaced[0]?.[1].test(title);
  const last = titles.slice(0, Math.max(0, first)).findLastIndex(isBefore);
  if (last === -1 || kinds.includes('session')) return kinds;
  return kinds.map((kind, at) => kind ?? (at > last && at < first ? 'session' : undefined));
}
