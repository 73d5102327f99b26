import type {LeftOut} from './candidates.ts';

/** A file of an export. The name is empty where the export is that one file. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
  readonly isProgram: boolean;
}

export interface Exported {
  readonly files: readonly ExportedFile[];
  readonly carried: number;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly LeftOut[];
}
