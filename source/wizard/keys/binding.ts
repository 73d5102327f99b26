/**
 * One thing that a key can do, as it is told to people. A room that has keys of its own lists them in its
 * `bindings.ts`; the dispatcher, the footer, the help and the page of all keys read them from there.
 */
export interface Binding {
  /** Key names as `key-name.ts` gives them; the first one is shown. */
  readonly keys: readonly string[];
  /** One or two words for the footer. */
  readonly label: string;
  /** A sentence for the help. */
  readonly help: string;
  /** Nothing is done before a typed yes: it cannot be taken back, or not as if it had not been. */
  readonly needsYes?: true;
}
