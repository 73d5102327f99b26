import {rowAudience} from '../../audience/audience-of.ts';
import {itemAudience} from '../../audience/item-audience.ts';
import {stepItems} from '../../items/items.ts';
import type {CheckRecord} from '../../model/check-run.ts';
import type {Demonstration} from '../../model/demonstration.ts';
import type {Handoff} from '../../model/handoff.ts';
import {itemPlace, placeOn, rowPlace, stepWith} from '../../model/place.ts';
import {itemState} from '../../model/item-state.ts';
import type {Proof} from '../../model/proof.ts';
import type {TeachBack} from '../../teaching/teach-back.ts';
import type {ItemRun} from '../../runs/item-run.ts';
import {allItems} from '../../../playbook/walk.ts';
import {recordTitle} from '../../registers/records.ts';
import {checkFacts} from '../of-checks/check-facts.ts';
import {answersTo, teachBackQuestions, teachBackWords} from '../../teaching/teach-back-standing.ts';
import {partId, type AcceptedPart} from './accepted-part.ts';
import {digester} from '../digest.ts';

const ofProof = digester(({isMet, command}: Proof) => ({isMet, command: command.trim()}));

const ofRun = digester(({isMet, command}: ItemRun) => ({isMet, command}));

const ofCheck = digester(({outcome, severity}: CheckRecord) => ({outcome, severity}));

const ofAnswer = digester(({outcome, answerer}: TeachBack) => ({outcome, answerer}));

const ofTry = digester(({result, performer}: Demonstration) => ({result, performer}));

export function checkParts(handoff: Handoff): AcceptedPart[] {
  const {playbook} = handoff;
  const last = [...checkFacts(handoff).measured.values()].flatMap((all) => all.at(-1) ?? []);
  return last.map(({record: check, run: {actor}}) => {
    const place = placeOn(playbook, 'checks', {kind: 'check', name: check.name});
    return {
      id: partId('check', check.name),
      subject: `the check "${check.name}"`,
      digest: ofCheck(check),
      happened: `gave ${check.outcome}`,
      at: check.startedAt,
      by: actor,
      ...(check.outcome === 'pass' ? {settles: 'always' as const} : {}),
      ...(place ? {place} : {}),
    };
  });
}

export function proofParts(handoff: Handoff): AcceptedPart[] {
  const {playbook, proofs, records} = handoff;
  const last = new Map(proofs.map((proof) => [proof.record, proof]));
  return records.flatMap((row): AcceptedPart[] => {
    const proof = last.get(row.id);
    if (!proof || rowAudience(handoff, row) === 'internal') return [];
    const place = rowPlace(playbook, row);
    return [
      {
        id: partId('proof', row.id),
        subject: `the runbook "${recordTitle(row)}"`,
        digest: ofProof(proof),
        happened: proof.isMet ? 'worked' : 'did not work',
        at: proof.at,
        by: proof.by,
        ...(proof.isMet ? {settles: 'always' as const} : {}),
        ...(place ? {place} : {}),
      },
    ];
  });
}

export function runParts(handoff: Handoff): AcceptedPart[] {
  return allItems(handoff.playbook).flatMap(({step, item}): AcceptedPart[] => {
    const run = itemState(handoff, item.id).runs?.at(-1);
    if (!run || itemAudience(handoff, item.id) === 'internal') return [];
    return [
      {
        id: partId('run', item.id),
        subject: `the commands of "${item.text}"`,
        digest: ofRun(run),
        happened: run.isMet ? 'were run' : 'were run and failed',
        at: run.at,
        by: run.by,
        ...(run.isMet ? {settles: 'always' as const} : {}),
        place: itemPlace(step, item),
      },
    ];
  });
}

export function demonstrationParts(handoff: Handoff): AcceptedPart[] {
  const {playbook, demonstrations} = handoff;
  const step = stepWith(playbook, 'demonstrations');
  const last = new Map(
    demonstrations.flatMap((shown) => (shown.result ? [[shown.item, shown] as const] : [])),
  );
  const read = [...last.values()].filter(({item}) => itemAudience(handoff, item) === 'customer');
  return read.map((shown) => {
    const item = step && stepItems(step).find(({id}) => id === shown.item);
    return {
      id: partId('demonstration', shown.item),
      subject: `the demonstration of "${item?.text ?? shown.item}"`,
      digest: ofTry(shown),
      happened: `was ${shown.result ?? ''}`,
      ...(shown.endedAt === undefined ? {} : {at: shown.endedAt}),
      by: shown.observer || shown.performer,
      ...(shown.result === 'unaided' ? {settles: 'always' as const} : {}),
      ...(step && item ? {place: itemPlace(step, item)} : {}),
    };
  });
}

export function teachBackParts(handoff: Handoff): AcceptedPart[] {
  return teachBackQuestions(handoff).flatMap((row): AcceptedPart[] => {
    const last = answersTo(handoff, row.id).findLast(({outcome}) => outcome !== undefined);
    if (!last?.outcome || rowAudience(handoff, row) === 'internal') return [];
    const place = rowPlace(handoff.playbook, row);
    return [
      {
        id: partId('teach-back', row.id),
        subject: `the answer to "${recordTitle(row)}"`,
        digest: ofAnswer(last),
        happened: `was ${teachBackWords[last.outcome]}`,
        at: last.at,
        by: last.asker ?? last.answerer,
        ...(last.outcome === 'right' ? {settles: 'always' as const} : {}),
        ...(place ? {place} : {}),
      },
    ];
  });
}
