import type {RowData, TablesData} from './tables-data.ts';

/** Tasks that come again in one rhythm. */
export interface RhythmData {
  /** Such as `Daily`. */
  readonly title: string;
  readonly tasks: readonly RowData[];
}

/** From the shortest to the longest; the first that fits counts. */
const rhythms: readonly (readonly [string, RegExp])[] = [
  ['Daily', /\b(?:daily|nightly|every (?:day|night|morning|evening)|each (?:day|night)|hour)/iu],
  [
    'Weekly',
    /\b(?:week|fortnight|(?:every|each|on) (?:mon|tues|wednes|thurs|fri|satur|sun)days?)/iu,
  ],
  ['Monthly', /\bmonth/iu],
  ['Quarterly and yearly', /\b(?:quarter|year|annual|half[- ]year)/iu],
];

/** The recurring tasks by how often they come; what says no such rhythm stands last. */
export function rhythmsData({maintenance}: TablesData): RhythmData[] {
  const titleOf = ({rhythm = ''}: RowData) =>
    rhythms.find(([, words]) => words.test(rhythm))?.[0] ?? 'When it is due';
  return [...rhythms.map(([title]) => title), 'When it is due'].flatMap((title) => {
    const tasks = maintenance.filter((task) => titleOf(task) === title);
    return tasks.length === 0 ? [] : [{title, tasks}];
  });
}
