/** What a host has and uses, as far as it tells. Sizes in bytes, times in milliseconds. */
export interface HostFacts {
  readonly memory?: Room | undefined;
  /** Undefined total: not told. 0: there is none. */
  readonly swap?: Room | undefined;
  /** Mean number of processes that ran or waited in the last 1, 5 and 15 minutes. */
  readonly loads?: readonly [number, number, number] | undefined;
  /** Processors that are switched on. */
  readonly online?: number | undefined;
  /** What may be used of them here, where a container's limit is less. */
  readonly allowed?: number | undefined;
  readonly uptime?: number | undefined;
}

export interface Room {
  readonly total: number;
  /** What a program can still have without others being pushed out. */
  readonly available?: number | undefined;
  /** It is a container's limit; the host itself has this much. */
  readonly ofHost?: number | undefined;
}
