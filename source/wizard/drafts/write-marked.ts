import {leaveDraft} from '../../handoff/drafts/take-draft.ts';
import type {DraftStanding} from '../../handoff/drafts/draft-standing.ts';
import type {FoundDraft} from '../../handoff/drafts/found-draft.ts';
import {plural} from '../../playbook/count-words.ts';
import {onlyLooks} from '../../services/discovery/only-looks.ts';
import {fillBasket, takenChanges} from '../../services/discovery/take-drafts.ts';
import type {AddedChecks} from '../../services/discovery/added-checks.ts';
import {confirm} from '../asking/confirm.ts';
import {problemMessage} from '../frame/problem-message.ts';
import {line, wrapLines, type Line} from '../list/line.ts';
import type {View} from '../view.ts';
import {draftName, draftWords} from './draft-rows.ts';
import type {Drafts} from './use-drafts.ts';

function checkLines(checks: readonly FoundDraft[], width: number): Line[] {
  return checks.flatMap((check) => [
    line(draftName(check), 'strong'),
    ...wrapLines(`  ${draftWords(check).join(', ')}`, width, 'accent'),
  ]);
}

/** Shows exactly what the checks do that would be written and run; true after a typed yes. */
function agreesToChecks(view: View, checks: readonly FoundDraft[]): Promise<boolean> {
  const count = plural(checks.length, 'check');
  return confirm(view.ask, {
    ...(checks.every(onlyLooks)
      ? {
          label: `Write ${count} and run them once`,
          hint: 'They go into handoff.yaml of the workspace. Taking what only looks is the trust in it.',
        }
      : {
          label: `Write ${count}`,
          hint: 'They go into handoff.yaml of the workspace. One of them is more than a look, so nothing runs before the file is trusted.',
        }),
    about: {title: 'They do this', lines: (width) => checkLines(checks, width)},
  });
}

/** What is said of checks that were taken, once those that may have run. */
async function runOnce(view: View, added: AddedChecks): Promise<string> {
  const {trusted, names} = added;
  if (names.length === 0) return 'The checks were in handoff.yaml already.';
  if (!trusted) return 'handoff.yaml has to be trusted before its checks run.';
  const {results} = await view.services.runChecks(trusted, {
    live: view.live,
    only: names,
    signal: new AbortController().signal,
    onEvent: () => undefined,
  });
  const own = results.filter(({name}) => names.includes(name));
  const failed = own
    .filter(({outcome}) => outcome !== 'pass')
    .map(({name, message}) => `${name}: ${message}`);
  return failed.length === 0
    ? `${plural(own.length, 'check')} passed.`
    : `${failed.length} of ${plural(own.length, 'check')} did not pass. ${failed[0]}`;
}

/**
 * Writes all that is marked at once: rows and runbooks, what is not wanted, and checks into their file. Says
 * what came of it.
 */
export async function writeMarked(view: View, drafts: Drafts): Promise<void> {
  const marked =
    (mark: string) =>
    ({draft}: DraftStanding) =>
      drafts.marks.get(draft.key) === mark;
  const {handoff, live, services} = view;
  const basket = fillBasket(handoff, drafts.open.filter(marked('take')), live.refusal);
  const left = drafts.open.filter(marked('leave'));
  if (basket.checks.length > 0 && !(await agreesToChecks(view, basket.checks))) return;
  try {
    // The file comes first: what is said to be in it is in it.
    const added =
      basket.checks.length > 0 ? await services.addChecks(handoff, basket.checks) : undefined;
    const changes = [...left.map(leaveDraft), ...takenChanges(basket)];
    const [problem] = basket.refused;
    if (changes.length === 0 && problem)
      return view.say({text: `${draftName(problem.draft)}: ${problem.why}`, token: 'warning'});
    const parts = [
      ...(basket.rows.length > 0 ? [`Taken: ${plural(basket.rows.length, 'row')}.`] : []),
      ...(left.length > 0 ? [`Not wanted: ${left.length}.`] : []),
      ...(problem
        ? [
            `${basket.refused.length} could not be taken. ${draftName(problem.draft)}: ${problem.why}`,
          ]
        : []),
    ];
    const isDone = await view.dispatch(changes, {
      said: `${parts.join(' ')}${parts.length > 0 && !added ? ' u takes it back.' : ''}`,
      isPartly: problem !== undefined,
    });
    if (!isDone) return;
    const refused = new Set(basket.refused.map(({draft}) => draft.key));
    drafts.forget([...drafts.marks.keys()].filter((key) => !refused.has(key)));
    if (added) {
      view.say({text: [...parts, 'The checks run.'].join(' '), token: 'muted'});
      const told = await runOnce(view, added);
      view.say({
        text: [...parts, told].join(' '),
        token: / not pass/u.test(told) ? 'warning' : 'success',
      });
    }
  } catch (error) {
    view.say(problemMessage(error));
  }
}
