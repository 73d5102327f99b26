import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {defaultGates, registerNames} from '../../source/playbook/playbook.ts';
import {loadPlaybook} from '../../source/playbook/load.ts';
import {builtInPlaybookPath, templatesFolder} from '../../source/playbook/templates-folder.ts';
import {agendaMinutes, allItems, stepsOf} from '../../source/playbook/walk.ts';
import {entriesOfPlaybook, entriesOfText} from './whole-parse.ts';

const playbook = await loadPlaybook(builtInPlaybookPath());

describe('the built-in playbook', () => {
  test('has its three phases and their steps, each with its screen and a word on why', () => {
    expect(playbook.phases.map(({kind}) => kind)).toEqual([
      'preparation',
      'session',
      'post-handoff',
    ]);
    expect(stepsOf(playbook).map(({step}) => [step.id, step.screen, step.items.length])).toEqual([
      ['readiness-checklist', 'checklist', 7],
      ['what-was-deployed', 'text', 8],
      ['operational-runbooks', 'text', 10],
      ['training-material', 'text', 7],
      ['support-model', 'text', 6],
      ['people', 'text', 3],
      ['risks-and-known-issues', 'text', 1],
      ['validation', 'checks', 2],
      ['handoff-document', 'documents', 6],
      ['session-plan', 'plan', 1],
      ['agenda', 'agenda', 4],
      ['demonstrations', 'demonstrations', 6],
      ['during-the-session', 'checklist', 5],
      ['immediate-follow-up', 'checklist', 5],
      ['open-points', 'follow-ups', 1],
      ['transition', 'transition', 5],
      ['what-still-hangs-on-us', 'text', 1],
      ['final-steps', 'checklist', 4],
      ['sign-off', 'sign-off', 1],
    ]);
    const silent = stepsOf(playbook).filter(({step}) => !step.texts);
    expect(silent).toEqual([]);
  });

  test('has the same two optional checklist items and an agenda of 60 to 80 minutes', () => {
    const steps = stepsOf(playbook).map(({step}) => step);
    const readiness = steps.find(({id}) => id === 'readiness-checklist')?.items ?? [];
    expect(readiness.filter(({isOptional}) => isOptional).map(({id}) => id)).toEqual([
      'train-the-receiving-team',
      'brief-the-success-team',
    ]);
    const agenda = steps.find(({id}) => id === 'agenda');
    expect(agenda && agendaMinutes(agenda)).toEqual({min: 60, max: 80});
    expect(agenda?.minutes).toEqual({min: 60, max: 80});
  });

  test('has a due rule for everything after the session', () => {
    const after = allItems(playbook).filter(({phase}) => phase.kind === 'post-handoff');
    expect(after.filter(({item}) => !item.due).map(({item}) => item.id)).toEqual([]);
  });

  test('has 6 gotchas, 3 links to templates beside it, and nothing to notice', () => {
    expect(playbook.gotchas).toHaveLength(6);
    expect(playbook.links.map(({url}) => url)).toEqual([
      'session-papers.md',
      'handoff-document.md',
      'retrospective.md',
    ]);
    expect(playbook.notices).toEqual([]);
  });

  test('every link in it leads to a file in the templates folder', async () => {
    const links = [...playbook.links, ...allItems(playbook).flatMap(({item}) => item.links)];
    const files = links.map(({url}) => path.join(templatesFolder(), url));
    const sizes = await Promise.all(files.map(async (file) => (await readFile(file)).length));
    expect(sizes.every((size) => size > 0)).toBe(true);
  });

  test('names a register for each item that keeps a table, and the thresholds of its gates', () => {
    const kept = allItems(playbook).filter(({item}) => item.register);
    expect(new Set(kept.map(({item}) => item.register))).toEqual(new Set(registerNames));
    expect(playbook.gates).toEqual({
      ...defaultGates,
      prove: ['check-health', 'restart-services', 'view-logs', 'back-up-and-restore'],
      handsOnBlock: 'walkthrough',
    });
  });

  test('loses no entry', async () => {
    const text = await readFile(builtInPlaybookPath(), 'utf8');
    const body = text.replace(/^---\n[^]*?\n---\n/u, (front) => front.replaceAll(/[^\n]/gu, ''));
    expect(entriesOfPlaybook(playbook)).toEqual(entriesOfText(body));
  });
});
