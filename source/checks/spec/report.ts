/** Keys and list indexes from the root of the file. */
export type Path = readonly (string | number)[];

export interface ProblemNote {
  readonly path: Path;
  readonly message: string;
  /** The word that was probably meant. */
  readonly suggestion?: string | undefined;
  /** Point at the key that ends the path rather than at its value. */
  readonly isAtKey?: boolean;
}

export type Report = (note: ProblemNote) => void;
