import type {Folder} from '../../discoverer-entry.ts';

export interface Package {
  readonly name: string;
  /** As it is locked; else as it is asked for. */
  readonly version?: string | undefined;
  /** Counted from 1. */
  readonly line: number;
}

/** What a manifest says of the application that it belongs to. */
export interface Manifest {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly purpose?: string | undefined;
  /** The language, and the version of it that is asked for. */
  readonly runtime?: {readonly name: string; readonly value: string} | undefined;
  /** What it needs to run, without what it is only built or tested with. */
  readonly packages: readonly Package[];
  /** It is started by itself; a library is not. */
  readonly isStarted: boolean;
}

/** Reads one kind of manifest; nothing where it says nothing of an application. */
export type ManifestReader = (
  text: string,
  file: string,
  folder: Folder,
) => Promise<Manifest | undefined>;

/** The line on which a text stands for the first time; 1 where it does not. */
export function lineWith(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

export type Values = Readonly<Record<string, unknown>>;

/** An object; an empty one for anything else. */
export function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Values)
    : {};
}

/** A text; nothing for anything else or for an empty one. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** What stands in the first of these files that is there, beside a manifest or at the top. */
export async function beside(
  file: string,
  names: readonly string[],
  folder: Folder,
): Promise<string | undefined> {
  const own = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  for (const base of new Set([own, '']))
    for (const name of names) if (await folder.has(base + name)) return folder.read(base + name);
  return undefined;
}
