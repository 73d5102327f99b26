import type {DueRule, Item, Minutes, Playbook, Step} from './playbook.ts';
import {countsOf} from './counts.ts';
import {plural} from './count-words.ts';
import {lineWords, type Sources} from './position-words.ts';
import {addedSteps, agendaMinutes, phasesOfFile, sequenceOf, stepsOf} from './walk.ts';

function minutesText({min, max}: Minutes): string {
  return min === max ? `${min} min` : `${min}–${max} min`;
}

function dueText({amount, unit, after}: DueRule): string {
  const one = {hours: 'hour', days: 'day', 'business-days': 'business day'}[unit];
  return `due ${plural(amount, one)} after the ${after}`;
}

function withChildren(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...withChildren(item.children)]);
}

function countText(step: Step): string {
  const all = withChildren(step.items).filter(({isReading}) => !isReading);
  if (all.length === 0 && step.items.length > 0) return 'to read';
  if (step.screen === 'agenda') {
    const topics = all.length - step.items.length;
    const blocks = plural(step.items.length, 'agenda block');
    return `${blocks} (${minutesText(agendaMinutes(step))}), ${plural(topics, 'topic')}`;
  }
  const optional = all.filter(({isOptional}) => isOptional).length;
  const noun = step.screen === 'checklist' ? 'checklist item' : 'item';
  return plural(all.length, noun) + (optional > 0 ? ` (${optional} optional)` : '');
}

function indent(text: string, by: string): string[] {
  return text.split('\n').map((line) => (line ? by + line : ''));
}

function itemLines(item: Item, by: string): string[] {
  const facts = [
    ...(item.minutes ? [minutesText(item.minutes)] : []),
    ...(item.isOptional ? ['optional'] : []),
    ...(item.due ? [dueText(item.due)] : []),
    ...(item.audience === 'internal' ? ['internal'] : []),
    ...(item.isReading ? ['to read'] : []),
    ...(item.owner ? [`owner ${item.owner}`] : []),
    ...(item.dueOn ? [`due ${item.dueOn}`] : []),
    ...(item.evidence ?? []).map((address) => `evidence ${address}`),
  ];
  const more = facts.length > 0 ? ` · ${facts.join(' · ')}` : '';
  return [
    `${by}${item.isStruck ? '[-]' : item.isChecked ? '[x]' : '[ ]'} ${item.text}${more}  <${item.id}>`,
    ...indent(item.details ?? '', `${by}    `).filter(Boolean),
    ...item.commands.map(
      (command) => `${by}    runs: ${command.replaceAll('\n', `\n${by}          `)}`,
    ),
    ...item.children.flatMap((child) => itemLines(child, `${by}    `)),
  ];
}

function stepLines(step: Step): string[] {
  const minutes = step.minutes ? `, announced as ${minutesText(step.minutes)}` : '';
  return [
    '',
    `  ${step.title}  <${step.id}>`,
    `  ${step.screen}: ${countText(step)}${minutes}`,
    ...sequenceOf(step).flatMap((part) =>
      part.kind === 'text'
        ? indent(part.text.markdown, '    ').filter(Boolean)
        : itemLines(part.item, '    '),
    ),
  ];
}

function totals(playbook: Playbook): string {
  const phases = phasesOfFile(playbook);
  const steps = stepsOf({phases});
  const agendas = steps.filter(({step}) => step.screen === 'agenda');
  const {items, optional, ticked, notApplicable, readings, linesRead, added} = countsOf(playbook);
  return [
    plural(phases.length, 'phase'),
    plural(steps.length, 'step'),
    `${plural(items, 'item')} (${optional} optional)`,
    ...(ticked > 0 ? [`${ticked} ticked`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} struck out`] : []),
    ...(readings > 0 ? [plural(readings, 'text to read', 'texts to read')] : []),
    `${plural(linesRead, 'line')} read as fields and notes`,
    ...agendas.map(({step}) => countText(step)),
    plural(playbook.gotchas.length, 'gotcha'),
    plural(playbook.links.length, 'link'),
    ...(added > 0 ? [`${plural(added, 'step')} added`] : []),
  ].join(', ');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title.toUpperCase(), '', ...lines] : [];
}

/**
 * A playbook as text for a terminal: phases, steps and items with their ids, and the counts. The
 * sources tell the file of a notice, where there are several.
 */
export function formatPlaybook(playbook: Playbook, sources: Sources = [playbook.title]): string {
  const phases = phasesOfFile(playbook).flatMap((phase) => [
    '',
    `${phase.title.toUpperCase()}  <${phase.id}>`,
    `${phase.kind}, ${plural(phase.steps.length, 'step')}`,
    ...indent(phase.introduction ?? '', '  ').filter(Boolean),
    ...phase.steps.flatMap(stepLines),
  ]);
  return [
    playbook.title,
    ...(playbook.context ? ['', ...indent(playbook.context, '  ')] : []),
    ...phases,
    ...section('Added, as the file has none', addedSteps(playbook).flatMap(stepLines).slice(1)),
    ...section(
      'Gotchas',
      playbook.gotchas.map(({text}) => `  - ${text}`),
    ),
    ...section(
      'Links',
      playbook.links.map(({text, url}) => `  - ${text}: ${url}`),
    ),
    ...section(
      'Notices',
      playbook.notices.map(
        ({message, position}) => `  - ${lineWords(position, sources)}: ${message}`,
      ),
    ),
    '',
    `In all: ${totals(playbook)}.`,
    '',
  ].join('\n');
}
