import {takeBox} from '../pieces/boxes.ts';

/** How often a file uses each of some signs. */
type Uses = ReadonlyMap<string, number>;

/** The signs with which a file says that something is done, open or struck out. */
export interface Manner {
  /** What stands between brackets, such as `x`. */
  readonly tick: string;
  readonly doneSigns: Uses;
  readonly openSigns: Uses;
  /** Of those written as `:white_check_mark:`. */
  readonly doneNames: Uses;
  readonly openNames: Uses;
  /** Whether it writes `[-]` for what is not done, and strikes out nothing. */
  readonly hasDashes: boolean;
}

const box =
  /(?:^|[|>\s*+.)-])(\[[^\]\n]{1,3}\]|:[a-z_]+:|[^\s\p{L}\p{N}\p{P}]\uFE0F?)(?=[\s|]|$)/gu;

function usesOf(found: readonly string[]): Uses {
  return new Map([...Map.groupBy(found, (one) => one)].map(([one, all]) => [one, all.length]));
}

/** The sign that is used most, one that is preferred if none is used more; nothing where there is none. */
export function mostUsed(uses: Uses, preferred?: string): string | undefined {
  const most = Math.max(0, ...uses.values());
  if (preferred !== undefined && most > 0 && uses.get(preferred) === most) return preferred;
  return [...uses].find(([, count]) => count === most)?.[0];
}

/** How a file writes its boxes, by which it writes most. */
export function mannerOf(lines: readonly string[]): Manner {
  const found = lines.flatMap((line) =>
    [...line.matchAll(box)].flatMap(([, sign = '']) => {
      const read = takeBox(`${sign} x`);
      return read?.rest === 'x' ? [{sign, mark: read.mark}] : [];
    }),
  );
  const of = (mark: string, pattern: RegExp) =>
    found.filter((one) => one.mark === mark && pattern.test(one.sign)).map(({sign}) => sign);
  const ticks = of('done', /^\[/u).map((sign) => sign.slice(1, -1).trim());
  return {
    tick: mostUsed(usesOf(ticks)) ?? 'x',
    doneSigns: usesOf(of('done', /^[^[:]/u)),
    openSigns: usesOf(of('open', /^[^[:]/u)),
    doneNames: usesOf(of('done', /^:/u)),
    openNames: usesOf(of('open', /^:/u)),
    hasDashes: of('struck', /^\[-\]/u).length > 0 && !lines.some((line) => line.includes('~~')),
  };
}
