import {formatManifest, parseManifest, type Manifest} from './manifest.ts';
import type {Made} from './words/stamp.ts';

/** The manifest of a folder of documents: what they were made from, and the hash of each file. */
export interface SetManifest {
  /** Absent in one of an older version. */
  readonly made?: Made;
  readonly files: Manifest;
}

const remark = /^# (?<name>digest|as of): (?<value>.*)$/u;

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
  if (!files) return undefined;
  return {files, ...(digest && asOf ? {made: {digest, asOf}} : {})};
}

/** Lines that begin with a number sign are remarks to `sha256sum -c`. */
export function formatSetManifest({asOf, digest}: Made, files: Manifest): string {
  return `# digest: ${digest}\n# as of: ${asOf}\n${formatManifest(files)}`;
}
