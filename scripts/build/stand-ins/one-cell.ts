/**
 * Text of which every code unit takes one cell and is a grapheme of its own: ASCII, Latin, Greek and
 * Cyrillic letters, and the signs of typography and of frames. No combining mark, nothing that is
 * drawn as an emoji by itself, nothing invisible.
 */
export const oneCellEach =
  /^[ -~\xA1-\xAC\xAE-\u024F\u0391-\u03A1\u03A3-\u03C9\u0400-\u0482\u048A-\u0527\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u23CE\u2500-\u25FC\u25FF\u2714\u2716\u276E\u276F]*$/;
