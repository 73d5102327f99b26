/** Who is responsible for a handoff from some moment on. */
export interface Holder {
  readonly name: string;
  /** What they should know, where something was said. */
  readonly note?: string;
  /** ISO 8601 instant and actor of the passing on. */
  readonly at: string;
  readonly by: string;
}
