const lineBreak = /\r\n|\r/gu;
const controls = /[^\P{Cc}\n\t]/gu;

/**
 * Text as the editor holds it: CRLF and CR become LF, tabs stay, and other control characters go,
 * since a terminal would act on them.
 */
export function cleanText(text: string): string {
  return text.replace(lineBreak, '\n').replace(controls, '');
}

/** Text as a one-line field holds it: what breaks a line or jumps becomes a space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/gu, ' ');
}
