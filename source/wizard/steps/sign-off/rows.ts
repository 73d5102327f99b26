import {versionWords} from '../../../handoff/standing/issued/version-words.ts';
import {acceptanceStanding} from '../../../handoff/standing/acceptance-standing.ts';
import type {SignOff, SignOffDecision} from '../../../handoff/model/sign-off.ts';
import {signedWords, takenWords} from '../../../handoff/kits/answer-words.ts';
import {notTaken, type ReceivedAnswer} from '../../../handoff/kits/received-answer.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import {span, type Span} from '../../list/line.ts';
import {gap, type Row} from '../../list/row.ts';
import {glyphs} from '../../theme/glyphs.ts';
import type {Token} from '../../theme/tokens.ts';
import type {View} from '../../view.ts';

/** What can be decided, in words. */
export const decisions: readonly {
  readonly value: SignOffDecision;
  readonly label: string;
  readonly token: Token;
}[] = [
  {value: 'accepted', label: 'accepts', token: 'success'},
  {value: 'accepted-with-conditions', label: 'accepts with conditions', token: 'warning'},
  {value: 'declined', label: 'declines', token: 'danger'},
];

/** Its conditions, each by its number, or its reason. */
function wordsOf({conditions, remarks}: SignOff): Span[] {
  if (!conditions) return remarks ? [span(remarks)] : [];
  return conditions.map((text, index) => span(`${index + 1}. ${text}`));
}

function signOffRow({handoff, now}: View, signOff: SignOff): Row {
  const {timeZone} = handoff;
  const {name, role, at, decision} = signOff;
  const {label = '', token = 'plain'} = decisions.find(({value}) => value === decision) ?? {};
  const day = dayWords(dayIn(timeZone, at), timeZone, now());
  const how = [signOff.how, signOff.reference, `entered by ${signOff.enteredBy}`]
    .filter((part) => part !== undefined)
    .join(', ');
  return {
    sign: {glyph: decision === 'declined' ? glyphs.cross : glyphs.done, word: '', token},
    text: `${name}, ${role}`,
    below: [
      span(
        `${label}, ${day} ${timeWords(at, timeZone)}, ${versionWords(handoff, signOff.digest, at)}`,
        token,
      ),
      span(how, 'muted'),
      ...wordsOf(signOff),
    ],
  };
}

/** An answer that came in a file: who gave it, what of it counts here and what does not. */
function answerRow({handoff, now}: View, answer: ReceivedAnswer): Row {
  const {timeZone} = handoff;
  const {name, role, givenAt, at, by} = answer;
  const day = (instant: string) => dayWords(dayIn(timeZone, instant), timeZone, now());
  const left = notTaken(answer);
  return {
    sign:
      left.length === 0
        ? {glyph: glyphs.done, word: '', token: 'success'}
        : {glyph: glyphs.alarm, word: 'attention', token: 'warning'},
    text: `Answer of ${name}${role === undefined ? '' : `, ${role}`}`,
    below: [
      span(
        `given ${day(givenAt)} ${timeWords(givenAt, timeZone)}, imported ${day(at)} by ${by}`,
        'muted',
      ),
      span(signedWords(answer), answer.signature === 'known' ? 'success' : 'muted'),
      span(takenWords(answer)),
      ...left.map(({words, why}) => span(`not taken: ${words}. ${why}`, 'warning')),
      ...(left.length === 0
        ? []
        : [span('Import the same file again once nothing stands against it.', 'muted')]),
    ],
  };
}

/** What is not as it was accepted; the decision can be recorded anew. */
function changedRows({handoff}: View): Row[] {
  const {changed} = acceptanceStanding(handoff);
  if (changed.length === 0) return [];
  return [
    {
      sign: {glyph: glyphs.alarm, word: 'attention', token: 'warning'},
      text: `Changed since: ${changed.length}. s records a decision anew.`,
      token: 'warning',
      below: changed.map(({text}) => span(`${glyphs.dot} ${text}`)),
    },
  ];
}

/** Every decision so far, what was changed since the last one, and every answer that came in. */
export function signOffRows(view: View): Row[] {
  const {signOffs, answers} = view.handoff;
  return [
    ...(signOffs.length === 0
      ? [{text: 'Nobody has signed yet.', token: 'muted'} as const]
      : [...signOffs.map((one) => signOffRow(view, one)), ...changedRows(view)]),
    ...answers.map((one) => answerRow(view, one)),
    gap,
  ];
}
