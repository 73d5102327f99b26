/**
 * How a kind of credential is met in real life. `⟦…⟧` holds what must vanish; `{a40}` stands for 40
 * letters and digits, so that no scanner takes these files for a leak: `a` letters and digits, `l`
 * small ones, `u` large ones, `h` hexadecimal, `d` digits, `b` base64, `w` base64 for addresses.
 */
export type Kinds = Readonly<Record<string, string>>;

/** A kind with a made-up credential in it. */
export interface Planted {
  readonly kind: string;
  readonly text: string;
  /** What must not be left of it, line by line. */
  readonly secrets: readonly string[];
}

const alphabets: Readonly<Record<string, string>> = {
  a: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  l: 'abcdefghijklmnopqrstuvwxyz0123456789',
  u: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  h: '0123456789abcdef',
  d: '0123456789',
  b: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  w: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};

/** The same numbers for the same name, of which no other name has many. */
function numbersOf(name: string): () => number {
  let state = name.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function filled(kind: string, template: string): string {
  const next = numbersOf(kind);
  return template.replaceAll(
    /\{(?<of>[aluhdbw])(?<length>\d+)\}/g,
    (_, of: string, length: string) => {
      const letters = alphabets[of] ?? '';
      const some = Array.from(
        {length: Number(length)},
        () => letters[Math.floor(next() * letters.length)],
      );
      return some.join('');
    },
  );
}

/** Plants each kind. */
export function plant(kinds: Kinds): Planted[] {
  return Object.entries(kinds).map(([kind, template]) => {
    const text = filled(kind, template);
    const secrets = [...text.matchAll(/⟦([^⟧]*)⟧/g)].flatMap(([, secret = '']) =>
      secret.split('\n'),
    );
    return {
      kind,
      text: text.replaceAll(/[⟦⟧]/g, ''),
      secrets: secrets.filter((line) => line.trim().length > 2),
    };
  });
}
