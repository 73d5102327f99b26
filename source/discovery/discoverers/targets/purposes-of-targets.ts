export interface Deed {
  readonly words: string;
  readonly effect: 'safe' | 'changes';
}

/** What a target or a script does, by its name. What only builds or tests operates nothing. */
const deeds: readonly (readonly [pattern: RegExp, deed: Deed])[] = [
  [/^(?:restore|recover)/, {words: 'Restore', effect: 'changes'}],
  [/^(?:back-?up|dump|snapshot)/, {words: 'Back up', effect: 'changes'}],
  [/^(?:health|healthz|healthcheck|smoke|ping)/, {words: 'Check health', effect: 'safe'}],
  [/^(?:status|ps)$/, {words: 'See the status', effect: 'safe'}],
  [/^logs?$/, {words: 'Read the logs', effect: 'safe'}],
  [/^(?:rollback|revert)/, {words: 'Roll back', effect: 'changes'}],
  [/^(?:migrate|migration|migrations)/, {words: 'Migrate', effect: 'changes'}],
  [/^(?:restart|reload)$/, {words: 'Restart', effect: 'changes'}],
  [/^(?:stop|down|shutdown)$/, {words: 'Stop', effect: 'changes'}],
  [/^(?:start|up|serve)$/, {words: 'Start', effect: 'changes'}],
  [/^(?:deploy|upgrade|rollout)/, {words: 'Deploy', effect: 'changes'}],
  [/^(?:rotate|renew)/, {words: 'Renew', effect: 'changes'}],
];

const leftOut =
  /(?:^|[-_:./])(?:dev|develop|development|local|test|tests|watch|debug|storybook|docs?|create|make|generate|lint|build|e2e|ci|storybook)(?:$|[-_:./])/i;

/** What something of this name does to a system; nothing where it does not operate one. */
export function deedOf(name: string): Deed | undefined {
  if (leftOut.test(name)) return undefined;
  const words = name.toLowerCase().split(/[-_:./]+/);
  const found = [name.toLowerCase(), ...words].flatMap((word) =>
    deeds.flatMap(([pattern, deed]) => (pattern.test(word) ? [deed] : [])),
  );
  return found[0];
}
