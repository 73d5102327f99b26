/** Where a playbook lies: beside the checks of this system, with this person, with a team, in the program. */
export type PlaybookPlace = 'workspace' | 'yours' | 'team' | 'built-in';

/** A playbook that can be chosen by its name. */
export interface FoundPlaybook {
  /** That of its file or folder, without `.md`. */
  readonly name: string;
  readonly place: PlaybookPlace;
  /** Its file, or the folder of its files. */
  readonly path: string;
  /** The files that are read, in order. */
  readonly files: readonly string[];
}

/** What lies where a playbook could, and is none. */
export interface PassedOver {
  readonly path: string;
  readonly why: string;
}

/** A folder that was looked through. */
export interface PlaybookFolder {
  readonly place: PlaybookPlace;
  readonly path: string;
  /** The commit that a checkout is at, where it can be told. */
  readonly commit?: string;
}

/** All playbooks that somebody can choose here by a name. */
export interface FoundPlaybooks {
  readonly playbooks: readonly FoundPlaybook[];
  readonly passedOver: readonly PassedOver[];
  readonly folders: readonly PlaybookFolder[];
}

/** The name of the program's own playbook. */
export const builtInName = 'built-in';

/** What a playbook is chosen by: its name, or its path where two have that name. */
export function referenceOf(playbook: FoundPlaybook, all: readonly FoundPlaybook[]): string {
  const isOnly = all.filter(({name}) => name === playbook.name).length === 1;
  return isOnly ? playbook.name : playbook.path;
}
