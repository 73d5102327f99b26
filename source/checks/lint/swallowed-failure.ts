/** Programs that end well whatever came before them. */
const endsWell = String.raw`(?:true|:|exit 0|(?:echo|printf)\b[^|&;\n]*)`;

/** `… || true`: what failed is taken back. */
const takenBack = new RegExp(String.raw`\|\|\s*${endsWell}\s*;?\s*$`);

/** `…; true`: what comes last decides, unless the shell was told to stop at a failure. */
const followed = new RegExp(String.raw`[;\n]\s*${endsWell}\s*;?\s*$`);

/** `… | cat`: of a pipe the last program decides, unless the shell was told otherwise. */
const piped = /\|\s*(?:cat|tee|head|tail|sort|uniq|wc|tr|cut|nl|column)\b[^|&;\n]*;?\s*$/;

/** `… &`: nobody waits for it. */
const leftBehind = /(?<![&>])&\s*$/;

/** Whether a shell line ends with exit code 0 however its commands end. */
export function swallowsFailure(line: string): boolean {
  const stops = /\bset\s+-\w*e/.test(line);
  return (
    takenBack.test(line) ||
    leftBehind.test(line) ||
    (!stops && followed.test(line)) ||
    (!/\bpipefail\b/.test(line) && piped.test(line))
  );
}
