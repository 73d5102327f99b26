/** Where an exported playbook goes, and how it is written. */
export interface ExportOptions {
  /** A file, a folder for a playbook of several files, or `-` for standard output. */
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly diff?: boolean;
  readonly boxes?: boolean;
  readonly json?: boolean;
  readonly handoff?: string;
}
