import {oneCellEach} from './one-cell.ts';

const {Segmenter} = globalThis.Intl;

// Each is a grapheme of its own, but for a carriage return before a line feed (UAX 29, GB3 to GB5). Ink
// cuts whole lines with their colours.
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\0-\f\x0E-\x1F]/g;

function simpleSegments(input: string): Intl.Segments {
  const at = (index: number): Intl.SegmentData => ({segment: input.charAt(index), index, input});
  const isIn = (index: number): boolean => index >= 0 && index < input.length;
  return {
    containing: (index = 0) => (isIn(index) ? at(Math.trunc(index)) : undefined),
    *[Symbol.iterator](): Generator<Intl.SegmentData, undefined> {
      for (let index = 0; index < input.length; index += 1) yield at(index);
      return undefined;
    },
  };
}

// A real one takes its time to make, and Ink's packages make several before the first frame.
class LazySegmenter {
  private readonly settings: ConstructorParameters<typeof Segmenter>;
  private readonly isOfGraphemes: boolean;
  private real: Intl.Segmenter | undefined;

  constructor(...settings: ConstructorParameters<typeof Segmenter>) {
    this.settings = settings;
    this.isOfGraphemes = (settings[1]?.granularity ?? 'grapheme') === 'grapheme';
  }

  segment(input: string): Intl.Segments {
    if (this.isOfGraphemes && oneCellEach.test(input.replaceAll(controls, '')))
      return simpleSegments(input);
    this.real ??= new Segmenter(...this.settings);
    return this.real.segment(input);
  }
}

export {LazySegmenter as 'Intl.Segmenter'};
