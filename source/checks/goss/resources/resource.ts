import {type MeasureContext} from '../../kinds/kind.ts';
import {type GoValue, isList, isNumber} from '../values/go-value.ts';
import {type ResourceWord} from './resource-types.ts';

/** One entry of a gossfile, as its check keeps it. */
export interface GossSpec {
  readonly type: ResourceWord;
  /** What is looked at: the value of its alias, or else the key of the entry. */
  readonly name: string;
  /** Its settings, each of the type that the table of resources says. */
  readonly options: Readonly<Record<string, GoValue>>;
  /** Milliseconds. */
  readonly patience: number;
}

/** Goss fails an attribute that it cannot find out; `message` says why, as half a sentence. */
export class LookError extends Error {
  override name = 'LookError';
}

/** Where the text of an attribute goes as it comes. */
export type Push = (chunk: Uint8Array) => void;

/** Where a look at a resource is made. */
export interface LookContext {
  readonly context: MeasureContext;
  /** Where the text of a stream goes; undefined when nothing is asserted of it. */
  readonly streamOf: (attribute: string) => Push | undefined;
  /** Keeps what was seen as evidence. */
  readonly keep: Push;
}

/**
 * How the attributes of a resource are found out, each when it is asked for. A stream gives nothing
 * back: it has pushed its text when it is done.
 */
export interface Looking {
  readonly attributes: Readonly<Record<string, () => Promise<GoValue | undefined>>>;
  /** Said behind an attribute's value, once that is known. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Exit code or HTTP status. */
  readonly code?: number;
  /** Lets go of what was held open. */
  readonly close?: () => void;
}

/** @throws LookError, and NotSupported where this host or program has no means. */
export type Look = (spec: GossSpec, place: LookContext) => Promise<Looking>;

export function textOption({options}: GossSpec, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flagOption({options}: GossSpec, name: string): boolean {
  return options[name] === true;
}

export function numberOption({options}: GossSpec, name: string): number {
  const value = options[name] ?? null;
  return isNumber(value) ? value.number : 0;
}

export function textsOption({options}: GossSpec, name: string): readonly string[] {
  const value = options[name] ?? null;
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}
