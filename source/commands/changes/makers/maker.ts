import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {ChangeCommand} from '../change-command.ts';
import type {Moment, Typed} from '../typed.ts';

/** What a maker works from. */
export interface Making {
  readonly command: ChangeCommand;
  readonly typed: Typed;
  readonly moment: Moment;
  /** Ids for the actions that its changes become, one for each, for changes that speak of one another. */
  readonly idOf: (index: number) => string;
}

/** The changes of a command that does more than fill in the fields of one. */
export type MakeChanges = (making: Making) => readonly Change[];
