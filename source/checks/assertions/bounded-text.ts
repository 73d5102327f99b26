import {formatBytes} from './amounts.ts';

/** Text of which, when it was long, only the beginning and the end are here, joined by a line end. */
export interface BoundedText {
  readonly text: string;
  /** Bytes of the whole, and how many of them are not in `text`. */
  readonly bytes: number;
  readonly omitted: number;
}

/** What a person must know about a judgement on a text that was not looked at as a whole. */
export function omissionRemark({bytes, omitted}: BoundedText): string | undefined {
  return omitted > 0
    ? `(only the first and last ${formatBytes((bytes - omitted) / 2)} of ${formatBytes(bytes)} were looked at)`
    : undefined;
}
