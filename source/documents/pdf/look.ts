/** Points on the page. A4 is 595 × 842. */
export const pageMargins = [56, 62, 56, 62] as const;
export const contentWidth = 595.28 - pageMargins[0] - pageMargins[2];

/** The same colours as those of a page on a light screen. */
export const colors = {
  ink: '#1d2733',
  soft: '#4f5d6b',
  rule: '#d8e0e6',
  faint: '#f3f6f8',
  accent: '#0b5a7a',
  good: '#1b6b3a',
  doubtful: '#855200',
  bad: '#a8201a',
  quiet: '#4f5d6b',
} as const;

export const textSize = 9.8;
export const tableSize = 8.6;
export const codeSize = 8;
