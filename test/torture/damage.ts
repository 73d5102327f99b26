/** One way to damage bytes at a place, and the line of the damaged text it stands in. */
export interface Damage {
  readonly words: string;
  readonly bytes: Buffer;
  readonly line: number;
}

function changed(whole: Buffer, at: number, to: number): Buffer {
  const bytes = Buffer.from(whole);
  bytes[at] = to;
  return bytes;
}

function put(whole: Buffer, at: number, what: string): Buffer {
  return Buffer.concat([whole.subarray(0, at), Buffer.from(what), whole.subarray(at)]);
}

/** Each byte at every `stride`th place changed, cut out, or another one added before it. */
export function* damagesOf(whole: Buffer, stride: number): Generator<Damage> {
  const ways: readonly (readonly [string, (at: number) => Buffer])[] = [
    ['one bit changed', (at) => changed(whole, at, (whole[at] ?? 0) ^ 1)],
    ['changed to a newline', (at) => changed(whole, at, 0x0a)],
    ['changed to no text', (at) => changed(whole, at, 0xff)],
    ['cut out', (at) => Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])],
    ['with a letter before it', (at) => put(whole, at, 'x')],
    ['with a newline before it', (at) => put(whole, at, '\n')],
  ];
  for (let at = 0; at < whole.length; at += stride)
    for (const [words, damage] of ways) {
      const bytes = damage(at);
      if (bytes.equals(whole)) continue;
      const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
      yield {words: `byte ${at} ${words}`, bytes, line};
    }
}
