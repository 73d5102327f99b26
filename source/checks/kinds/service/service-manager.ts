import {askProgram, type Answer, type AskContext} from '../ask-program.ts';

/** What a service manager says of a service. */
export interface ServiceState {
  readonly isRunning: boolean;
  /** Whether it starts by itself with the system; undefined where that cannot be told. */
  readonly isEnabled?: boolean | undefined;
  /** In the manager's own words, such as `active (running)`. */
  readonly state: string;
  /** Said behind it: that there is no such service, or what exactly "enabled" means here. */
  readonly remark?: string | undefined;
  readonly enabledRemark?: string | undefined;
  /** What was asked and what came, as evidence. */
  readonly said: string;
}

export type ServiceAnswer =
  | {readonly type: 'state'; readonly state: ServiceState}
  /** This manager is not the one of this host; `reason` says why as the second half of a sentence. */
  | {readonly type: 'absent'; readonly reason: string};

/** Runs a program of the manager. */
export type Ask = (...command: readonly string[]) => Promise<Answer>;

export function createAsk(context: AskContext): Ask {
  return async (...command) => askProgram(command, context);
}

export interface ServiceManager {
  readonly word: string;
  /** It looks into folders too, so it can be asked on this machine only. */
  readonly isLocal?: boolean;
  /** `isSure`: a person said that this manager is the one. */
  readonly ask: (service: string, ask: Ask, isSure: boolean) => Promise<ServiceAnswer>;
}

export function absent(reason: string): ServiceAnswer {
  return {type: 'absent', reason};
}

/** The first line with something in it. */
export function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? ''
  );
}

/** Why a program of a manager did not answer. */
export function silence(program: string, answer: Exclude<Answer, {readonly type: 'answer'}>) {
  return absent(
    answer.type === 'not-started' && answer.code !== 'ENOENT'
      ? `${program} cannot be started (${answer.code})`
      : `there is no ${program}`,
  );
}
