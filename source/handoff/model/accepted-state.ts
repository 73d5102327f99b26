/** The parts of what was accepted by their ids: the digest of each, and what it was called. */
export type AcceptedState = Readonly<
  Record<string, {readonly digest: string; readonly subject: string}>
>;
