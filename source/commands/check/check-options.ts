import type {ReportFormat} from '../../checks/reporters/report-formats.ts';

/** Which checks file is meant, and with which variables. */
export interface ChecksFileOptions {
  readonly file?: string;
  readonly handoff?: string;
  readonly var?: Readonly<Record<string, string>>;
}

export interface CheckOptions extends ChecksFileOptions {
  readonly only?: readonly string[];
  readonly tag?: readonly string[];
  readonly severity?: 'required' | 'recommended';
  readonly jobs?: number;
  readonly failFast?: boolean;
  readonly attest?: readonly string[];
  readonly deny?: readonly string[];
  readonly allowChanges?: boolean;
  readonly trust?: boolean;
  readonly json?: boolean;
  readonly format?: ReportFormat;
  readonly out?: string;
  /** Milliseconds between two runs, or true for running again when a file changes. */
  readonly watch?: number | true;
}
