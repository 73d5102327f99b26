import {gotchasOfStep} from '../../playbook/gotchas-at.ts';
import type {Phase, Playbook, Step} from '../../playbook/playbook.ts';
import {leadingTexts} from '../../playbook/walk.ts';

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`### ${title}`, lines.join('\n')] : [];
}

/** What a step is for, and what bites there, as Markdown. */
export function explanationOf(playbook: Playbook, step: Step): string {
  return [
    ...leadingTexts(step).map(({markdown}) => markdown),
    ...section(
      'Gotchas here',
      gotchasOfStep(playbook, step).map(({text}) => `- ${text}`),
    ),
  ].join('\n\n');
}

/** What else a playbook says around a step: of its phase and of the whole. */
export function surroundingsOf(playbook: Playbook, phase: Phase, step: Step): string {
  const here = gotchasOfStep(playbook, step);
  const elsewhere = playbook.gotchas.filter((gotcha) => !here.includes(gotcha));
  return [
    ...section(phase.title, phase.introduction ? [phase.introduction] : []),
    ...section('Context', playbook.context ? [playbook.context] : []),
    ...section(
      here.length > 0 ? 'Other gotchas' : 'Gotchas',
      elsewhere.map(({text}) => `- ${text}`),
    ),
    ...section(
      'Links',
      playbook.links.map(({text, url}) => `- [${text}](${url})`),
    ),
  ].join('\n\n');
}
