/** The file that says what a bundle is, in its folder. */
export const bundleName = 'bundle.json';

export const bundleFormat = 1;

/** What it says. */
export interface BundleInfo {
  readonly kind: 'handoff-wizard bundle';
  readonly format: number;
  /** The id of the handoff. */
  readonly handoff: string;
  /** The version of the program. */
  readonly writtenBy: string;
  /** SHA-256 of each other file, by its path in the folder. */
  readonly files: Readonly<Record<string, string>>;
}
