import {Problem} from '../problem.ts';

/** Files in the output folder that a person made or changed; nothing has been written. */
export class ChangedDocumentsError extends Problem {
  override name = 'ChangedDocumentsError';
  readonly folder: string;
  /** File names within the folder. */
  readonly files: readonly string[];

  constructor(folder: string, files: readonly string[]) {
    super(
      `These files in ${folder} were not written by handoff-wizard or have been changed since: ` +
        `${files.join(', ')}. Nothing has been written.`,
      'Keep what you need from them, then write again with --force, or choose another folder.',
    );
    this.folder = folder;
    this.files = files;
  }
}

/** The folder has the documents of another handoff, perhaps of another customer; nothing has been written. */
export class OtherHandoffError extends Problem {
  override name = 'OtherHandoffError';

  constructor(folder: string, {holds, asked}: {readonly holds: string; readonly asked: string}) {
    super(
      `${folder} has the documents of ${holds}, and these are of ${asked}. Nothing has been written.`,
      'Name the handoff that is meant, or choose another folder; --force writes over them.',
    );
  }
}

/** A folder that documents cannot be written to. */
export class OutputFolderError extends Problem {
  override name = 'OutputFolderError';
  readonly folder: string;

  constructor(folder: string, what: string, options?: ErrorOptions) {
    super(
      `Documents cannot be written to ${folder}: ${what}.`,
      'Choose a folder that you may write to, or a path that does not exist yet.',
      options,
    );
    this.folder = folder;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'it is a file',
  EISDIR: 'a folder stands where a document goes',
};

/** Says in words why a folder cannot be used; what is not about files is passed on as it is. */
export function toFolderError(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const what = reasons[String(error.code)] ?? error.message;
  return new OutputFolderError(folder, what, {cause: error});
}
