/** Whom and when a line names, and what is left of it. */
export interface Assigned {
  readonly text: string;
  readonly owner?: string;
  readonly dueOn?: string;
}

const day = String.raw`(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))`;

const dueWays: readonly RegExp[] = [
  new RegExp(`\\s*📅\\uFE0F?\\s*${day}`, 'u'),
  new RegExp(`\\s*[[(]\\s*due\\s*::?\\s*${day}\\s*[\\])]`, 'iu'),
  new RegExp(
    `(?:^|[\\s,;|–—-]+)(?:due(?:\\s+(?:date|by|on))?|deadline)\\s*:?\\s+${day}\\s*[.,;]?$`,
    'iu',
  ),
];

const name = String.raw`(@?[\p{L}][\p{L}\p{N}._'’-]*(?:\s+[\p{L}][\p{L}\p{N}._'’-]*){0,3})`;

const ownerWays: readonly RegExp[] = [
  new RegExp(`\\s*[[(]\\s*(?:owner|assignee|responsible|dri)\\s*::?\\s*${name}\\s*[\\])]`, 'iu'),
  new RegExp(`(?:^|[\\s,;|–—-]+)(?:owner|assignee|dri)\\s*:\\s*${name}\\s*[.,;]?$`, 'iu'),
  /\s*\(\s*(@[a-z\d][\w.-]*)\s*\)\s*$/iu,
  // "Ask @sam" speaks of somebody; "Rotate the keys @sam" gives it to them.
  /(?<!\b(?:ask|tell|with|from|to|by|ping|notify|inform|cc|contact|for|and|or|mail|call|of|see|via|at))\s+(@[a-z\d][\w.-]*)$/iu,
];

// Room that nobody has filled in: no part of what is to do.
const blank = String.raw`(?:_{2,}|\.{3}|…|\?+|tbd|tba)`;
const blankWays: readonly RegExp[] = [
  new RegExp(
    `\\s*[[(]\\s*(?:owner|assignee|responsible|dri|due)\\s*::?\\s*${blank}?\\s*[\\])]`,
    'giu',
  ),
  new RegExp(
    `[\\s,;|–—-]+(?:owner|assignee|dri|due(?:\\s+(?:date|by|on))?|deadline)\\s*:\\s*${blank}\\s*[.,;]?$`,
    'giu',
  ),
];

/** Takes the owner and the day out of a line where they are unmistakable, as Obsidian, GitHub and people write them. */
export function takeAssigned(line: string): Assigned {
  let text = line;
  const take = (ways: readonly RegExp[]): string | undefined => {
    for (const way of ways) {
      const found = way.exec(text);
      const rest = found && text.replace(found[0], ' ').replaceAll(/\s+/gu, ' ').trim();
      if (!found || !rest) continue;
      text = rest.replace(/\s+[–—|,;-]$/u, '');
      return found[1];
    }
    return undefined;
  };
  const dueOn = take(dueWays);
  const owner = take(ownerWays)?.replace(/^@/u, '');
  for (const way of blankWays) text = text.replaceAll(way, '').trim() || text;
  return {text, ...(owner ? {owner} : {}), ...(dueOn ? {dueOn} : {})};
}
