import {formatManifest, parseManifest, type Manifest} from './manifest.ts';
import type {Made} from './words/stamp-words.ts';

/** The manifest of a folder of documents: what they were made from, and the hash of each file. */
export interface SetManifest {
  /** Absent in one of an older version. */
  readonly made?: Made;
  /** The id of the handoff that the files are of; absent in one of an older version. */
  readonly handoff?: string;
  readonly files: Manifest;
}

const remark = /^# (?<name>handoff|digest|as of): (?<value>.*)$/u;

/** Reads a manifest; gives nothing for a text that is none, so that it is not written over. */
export function parseSetManifest(text: string): SetManifest | undefined {
  const lines = text.split('\n');
  const remarks = new Map(
    lines.flatMap((line) => {
      const {name = '', value = ''} = remark.exec(line)?.groups ?? {};
      return name === '' ? [] : [[name, value] as const];
    }),
  );
  const files = parseManifest(lines.filter((line) => !remark.test(line)).join('\n'));
  const digest = remarks.get('digest');
  const asOf = remarks.get('as of');
  const handoff = remarks.get('handoff');
  if (!files) return undefined;
  return {
    files,
    ...(handoff ? {handoff} : {}),
    ...(digest && asOf ? {made: {digest, asOf}} : {}),
  };
}

/** Lines that begin with a number sign are remarks to `sha256sum -c`. */
export function formatSetManifest(handoff: string, {asOf, digest}: Made, files: Manifest): string {
  return `# handoff: ${handoff}\n# digest: ${digest}\n# as of: ${asOf}\n${formatManifest(files)}`;
}
