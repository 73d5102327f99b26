import {describe, expect, it} from 'vitest';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {notAsked} from '../../../source/handoff/gates/not-asked.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {handoffProgress} from '../../../source/handoff/items/progress.ts';
import {lastUndoable} from '../../../source/handoff/changes/undo.ts';
import {nextPlaybook} from '../../../source/handoff/taking-over/next-playbook.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {parsePlaybook} from '../../../source/playbook/parse.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import {firstFile, makeTeamHandoff, secondFile} from './team-file.ts';

const done = (item: string) => ({type: 'item/settled', item, status: 'done'}) as const;

/** The items with their step and what is said of them, as a reader sees them. */
function seen(handoff: Handoff): readonly string[] {
  return allItems(handoff.playbook).map(({step, item}) => {
    const {status} = itemStanding(handoff, item.id);
    const marks = [item.isGone ? 'gone' : '', item.isAdded ? 'added' : ''].join('');
    return `${step.title}: ${item.text} ${status} ${marks}`.trim();
  });
}

describe('a new version of the playbook', () => {
  it('is taken over without an answer lost', async () => {
    await using team = await makeTeamHandoff();
    await team.append(
      done('order-the-two-machines'),
      done('compare-the-row-counts'),
      {type: 'item/noted', item: 'tell-the-help-desk', note: 'Mina knows'},
      {type: 'item/assigned', item: 'copy-the-customer-table', owner: 'Lee Novak'},
    );
    const {handoff} = await team.takeOver(secondFile);
    expect(seen(handoff)).toEqual([
      'Servers: Order the two machines done',
      'Servers: Close all ports to the outside open',
      'Servers: Tell the help desk open gone',
      'Servers: Copy the customer table open',
      'Data: Compare the row counts done',
      'Data: Keep a dump for seven years open',
    ]);
    expect(itemStanding(handoff, 'tell-the-help-desk').note).toBe('Mina knows');
    expect(itemStanding(handoff, 'copy-the-customer-table').owner).toBe('Lee Novak');
    // What the file has no more asks for nothing.
    expect(handoffProgress(handoff)).toEqual({settled: 2, total: 5});
    expect(handoff.history.at(-1)?.text).toBe(
      'a new version of the playbook was taken over: 1 new, 1 reworded, 1 gone',
    );
  });

  it('asks for nothing of what is gone, whatever was said of it', async () => {
    await using team = await makeTeamHandoff(`---\ngates: {}\n---\n${firstFile}`);
    await team.append({
      type: 'item/settled',
      item: 'tell-the-help-desk',
      status: 'not-applicable',
      reason: 'No',
    });
    const missing = () =>
      readGate(team.snapshot().handoff, 'session', new Date().toISOString()).missing.map(
        ({text}) => text,
      );
    expect(missing().join()).toContain('Tell the help desk');
    await team.takeOver(`---\ngates: {}\n---\n${secondFile}`);
    expect(missing().join()).not.toContain('Tell the help desk');
    expect(missing().join()).toContain('Close all ports');
    // It is not the size of the system that asks for it no more.
    const words = notAsked(team.snapshot().handoff).map(({text}) => text);
    expect(words.join()).not.toContain('Tell the help desk');
  });

  it('lets an item go of which nobody had said anything', async () => {
    await using team = await makeTeamHandoff();
    const {handoff} = await team.takeOver(secondFile);
    expect(seen(handoff).filter((line) => line.includes('help desk'))).toEqual([]);
  });

  it('opens what was done in other words, and says in which', async () => {
    await using team = await makeTeamHandoff();
    await team.append(done('close-the-ports-to-the-outside'));
    const {handoff} = await team.takeOver(secondFile);
    expect(itemStanding(handoff, 'close-the-ports-to-the-outside')).toMatchObject({
      status: 'open',
      settledFor: {text: 'Close the ports to the outside', status: 'done', by: 'Jordan Ruiz'},
    });
    const settled = await team.append(done('close-the-ports-to-the-outside'));
    const standing = itemStanding(settled.handoff, 'close-the-ports-to-the-outside');
    expect(standing.status).toBe('done');
    expect(standing.settledFor).toBeUndefined();
  });

  it.each([
    ['Order the two machines.', 'done'],
    ['order the two **machines**', 'done'],
    ['Order the two machnes', 'done'],
    ['Order the three machines', 'open'],
    ['Do not order the two machines', 'open'],
  ] as const)('that says "%s" leaves a tick %s', async (text, status) => {
    await using team = await makeTeamHandoff();
    await team.append(done('order-the-two-machines'));
    const {handoff} = await team.takeOver(firstFile.replace('Order the two machines', text));
    expect(itemStanding(handoff, 'order-the-two-machines').status).toBe(status);
  });

  it('gives a tick back where the old words come back', async () => {
    await using team = await makeTeamHandoff();
    await team.append(done('close-the-ports-to-the-outside'));
    await team.takeOver(secondFile);
    const {handoff} = await team.takeOver(firstFile);
    expect(itemStanding(handoff, 'close-the-ports-to-the-outside')).toMatchObject({
      status: 'done',
      settledBy: 'Jordan Ruiz',
    });
    expect(seen(handoff).filter((line) => line.endsWith('gone'))).toEqual([]);
  });

  it('keeps a step that the file has no more for what was said in it', async () => {
    await using team = await makeTeamHandoff();
    await team.append(done('compare-the-row-counts'));
    const {handoff} = await team.takeOver(firstFile.slice(0, firstFile.indexOf('### Data')));
    expect(seen(handoff).at(-1)).toBe('Data: Compare the row counts done gone');
    expect(nextPlaybook(handoff, parsePlaybook(firstFile, 'f.md')).difference).toMatchObject({
      gone: [],
      reworded: [],
    });
  });

  it('is taken back whole', async () => {
    await using team = await makeTeamHandoff();
    await team.append(done('close-the-ports-to-the-outside'));
    const before = team.snapshot().handoff;
    await team.takeOver(secondFile);
    const action = lastUndoable(team.snapshot().journal, 'Jordan Ruiz')?.id ?? '';
    const {handoff} = await team.append({type: 'undone', action});
    expect(seen(handoff)).toEqual(seen(before));
    expect(handoff.playbook).toEqual(before.playbook);
    expect(handoff.playbookFiles).toEqual(before.playbookFiles);
    expect(handoff.history).toEqual(before.history);
  });

  it('takes no tick of the file for the word of somebody', async () => {
    await using team = await makeTeamHandoff();
    const {handoff} = await team.takeOver(
      `${firstFile.replace('[ ] Order', '[x] Order')}- [x] Burn the old disks\n`,
    );
    expect(seen(handoff).filter((line) => line.includes(' done'))).toEqual([]);
  });

  it('gives no id to a new item that another had', async () => {
    await using team = await makeTeamHandoff();
    await team.append({type: 'item/noted', item: 'tell-the-help-desk', note: 'Mina knows'});
    await team.takeOver(firstFile.replace('Tell the help desk', 'Inform the help desk people'));
    const {handoff} = await team.takeOver(
      firstFile.replace(
        'Tell the help desk',
        'Inform the help desk people\n- [ ] Tell the help desk',
      ),
    );
    const [old, fresh] = allItems(handoff.playbook)
      .map(({item}) => item)
      .filter(({text}) => text.includes('help desk'));
    expect(old).toMatchObject({id: 'tell-the-help-desk', text: 'Inform the help desk people'});
    expect(fresh?.id).toBe('tell-the-help-desk-2');
    expect(itemStanding(handoff, fresh?.id ?? '').note).toBeUndefined();
  });
});

describe('an item that was added in the handoff', () => {
  const add = {
    type: 'item/added',
    step: 'servers',
    text: 'Label the cables',
    after: 'order-the-two-machines',
  } as const;

  it('stands behind its neighbour, is settled as any other, and outlives a new version', async () => {
    await using team = await makeTeamHandoff();
    const {journal} = await team.append(add);
    const id = journal.at(-1)?.id ?? '';
    await team.append(done(id));
    const {handoff} = await team.takeOver(secondFile);
    expect(seen(handoff).slice(0, 2)).toEqual([
      'Servers: Order the two machines done'.replace(' done', ' open'),
      'Servers: Label the cables done added',
    ]);
    expect(handoffProgress(handoff)).toEqual({settled: 1, total: 6});
  });

  it('becomes one of the file where the team takes it up there', async () => {
    await using team = await makeTeamHandoff();
    const {journal} = await team.append(add);
    await team.append(done(journal.at(-1)?.id ?? ''));
    const {handoff} = await team.takeOver(
      secondFile.replace('### Data', '- [ ] Label the cables\n\n### Data'),
    );
    expect(seen(handoff).filter((line) => line.includes('cables'))).toEqual([
      'Servers: Label the cables done',
    ]);
  });

  it('is removed with a reason once something was said of it; one of the file is not', async () => {
    await using team = await makeTeamHandoff();
    const {journal} = await team.append(add);
    const item = journal.at(-1)?.id ?? '';
    await expect(
      team.append({type: 'item/removed', item: 'order-the-two-machines'}),
    ).rejects.toThrow('stands in the playbook');
    await team.append({type: 'item/noted', item, note: 'Red ones'});
    await expect(team.append({type: 'item/removed', item})).rejects.toThrow('stays on record');
    const {handoff} = await team.append({type: 'item/removed', item, reason: 'No cables'});
    expect(seen(handoff).filter((line) => line.includes('cables'))).toEqual([]);
    expect(handoff.history.at(-1)).toMatchObject({reason: 'No cables'});
  });
});
