import type {Item, Screen, Step} from '../../playbook/playbook.ts';
import {allItems, stepsOf, type Phases} from '../../playbook/walk.ts';
import type {HandoffRecord} from './handoff-record.ts';

/** What a line of a step stands for. */
export type Line =
  | {readonly kind: 'item'; readonly id: string}
  /** A row of a register. */
  | {readonly kind: 'row'; readonly id: string}
  | {readonly kind: 'check'; readonly name: string}
  /** What was logged in the session. */
  | {readonly kind: 'note'; readonly id: string}
  /** Counted from 1. */
  | {readonly kind: 'check-in'; readonly number: number}
  /** What must hold before the transition may close. */
  | {readonly kind: 'exit'; readonly id: string}
  | {readonly kind: 'follow-up'; readonly id: string}
  | {readonly kind: 'document'; readonly name: string}
  /** What a document still lacks. */
  | {readonly kind: 'gap'; readonly document: string; readonly about: string};

/** Where something stands: a step, and in it a line. Without one, the step as a whole is meant. */
export interface Place {
  readonly step: string;
  readonly line?: Line;
}

/**
 * The name of a line among those of its step, as lists, cursors and drafts keep it. That of an item
 * is its id: ids of items hold no blank, which all others do.
 */
export function lineKey(line: Line): string {
  switch (line.kind) {
    case 'item':
      return line.id;
    case 'row':
      return `record ${line.id}`;
    case 'check':
      return `check ${line.name}`;
    case 'check-in':
      return `check-in ${line.number}`;
    case 'document':
      return `document ${line.name}`;
    case 'gap':
      return `gap ${line.document} ${line.about}`;
    case 'note':
    case 'exit':
    case 'follow-up':
      return `${line.kind} ${line.id}`;
  }
}

/** The line that a key names; nothing for a key that only one screen knows, such as a heading's. */
export function readLine(key: string | undefined): Line | undefined {
  const [, kind = '', rest = ''] = /^(\S+)(?: (.+))?$/su.exec(key ?? '') ?? [];
  if (kind !== '' && rest === '') return {kind: 'item', id: kind};
  switch (kind) {
    case 'record':
      return {kind: 'row', id: rest};
    case 'check':
    case 'document':
      return {kind, name: rest};
    case 'check-in':
      return /^[1-9]\d*$/u.test(rest) ? {kind, number: Number(rest)} : undefined;
    case 'gap': {
      const [, document, about] = /^(\S+) (.+)$/su.exec(rest) ?? [];
      return document && about ? {kind, document, about} : undefined;
    }
    case 'note':
    case 'exit':
    case 'follow-up':
      return {kind, id: rest};
    default:
      return undefined;
  }
}

/** Whether two places are one. */
export function isSamePlace(a: Place, b: Place): boolean {
  const [one, other] = [a, b].map(({line}) => line && lineKey(line));
  return a.step === b.step && one === other;
}

/** The first step that has a screen. */
export function stepWith(playbook: Phases, screen: Screen): Step | undefined {
  return stepsOf(playbook).find(({step}) => step.screen === screen)?.step;
}

/** A line of the step that has a screen; nothing where the playbook has no such step. */
export function placeOn(playbook: Phases, screen: Screen, line?: Line): Place | undefined {
  const step = stepWith(playbook, screen);
  return step && {step: step.id, ...(line ? {line} : {})};
}

/** Where an item of a step stands. */
export function itemPlace(step: Pick<Step, 'id'>, item: Pick<Item, 'id'>): Place {
  return {step: step.id, line: {kind: 'item', id: item.id}};
}

/** Where a row stands: below its item. Nothing where the playbook has that item no more. */
export function rowPlace(
  playbook: Phases,
  {id, item}: Pick<HandoffRecord, 'id' | 'item'>,
): Place | undefined {
  const keeper = allItems(playbook).find((place) => place.item.id === item);
  return keeper && {step: keeper.step.id, line: {kind: 'row', id}};
}
