import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import type {Kit} from '../../handoff/kits/kit-file.ts';

type Demonstrated = Extract<AnswerEntry, {kind: 'demonstration'}>;

/** A task that was performed alone and has just ended, with the runbook as it reads in the kit. */
export function demonstrationEntry(
  kit: Kit,
  performed: Pick<Demonstrated, 'item' | 'startedAt' | 'result' | 'remark'>,
): Demonstrated {
  const id = kit.demonstrations.find(({item}) => item === performed.item)?.runbook;
  const runbook = kit.runbooks.find((one) => one.id === id);
  return {
    kind: 'demonstration',
    at: new Date().toISOString(),
    ...performed,
    ...(runbook ? {runbook: runbook.id, digest: runbook.digest} : {}),
  };
}
