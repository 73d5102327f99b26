import {secretlintSpans} from '../../source/redaction/engine/secretlint-spans.ts';
import {redactSecrets} from '../../source/redaction/redact-secrets.ts';

const characters = 5_000_000;

const words =
  'the service answered with status and latency of pool connection worker request from client retry cache session key token started ended user id path index page'.split(
    ' ',
  );

/** Lines as programs log them: words, JSON, requests, digests; the same each time. */
function logText(): string {
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state % below;
  };
  const hex = (length: number) =>
    Array.from({length}, () => '0123456789abcdef'.charAt(next(16))).join('');
  const said = () => Array.from({length: 8}, () => words[next(words.length)]).join(' ');
  const kinds = [
    () =>
      `2026-03-04T09:00:00.123Z INFO  [worker-3] ${said()} request ${hex(8)}-${hex(4)}-4${hex(3)}`,
    () => JSON.stringify({level: 'info', message: said(), trace: hex(32), status: 200}),
    () =>
      `10.0.0.7 - - [04/Mar/2026:09:00:00 +0000] "GET /orders/${next(9999)}?page=2 HTTP/1.1" 200 7`,
    () => `Mar  4 09:00:00 host pay[4711]: ${said()}: done in ${next(99)}ms`,
    () => `sha256:${hex(64)}  image/${next(99)}`,
  ];
  const lines: string[] = [];
  for (let length = 0; length < characters; length += (lines.at(-1)?.length ?? 0) + 1)
    lines.push(kinds[next(kinds.length)]?.() ?? '');
  return lines.join('\n');
}

/** What this process has used of the processors, in milliseconds. */
async function usedBy(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Redacting 5 MB of a log, and secretlint alone on the same, by turns. */
export async function measureRedaction(
  rounds: number,
): Promise<{readonly ours: number[]; readonly secretlint: number[]}> {
  const text = logText();
  await redactSecrets(text.slice(0, 100_000));
  const ours: number[] = [];
  const secretlint: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    secretlint.push(await usedBy(async () => secretlintSpans(text, [])));
    ours.push(await usedBy(async () => redactSecrets(text)));
  }
  return {ours, secretlint};
}
