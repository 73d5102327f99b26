const words = new Intl.Segmenter('en', {granularity: 'word'});

/** Whether a text could be a reason: two different words at least, each of more than one letter. */
export function isRealReason(text: string): boolean {
  const said = [...words.segment(text.normalize('NFKC').toLowerCase())]
    .filter(({isWordLike}) => isWordLike)
    .map(({segment}) => segment)
    .filter((word) => new Set(word).size > 1);
  return new Set(said).size > 1;
}
