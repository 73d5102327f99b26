import {stepItems} from '../../../handoff/items/items.ts';
import {acceptanceStanding} from '../../../handoff/standing/acceptance-standing.ts';
import {shortDigest} from '../../../handoff/standing/digest.ts';
import type {SignOff} from '../../../handoff/model/sign-off.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';
import {AskForm, askKeys} from '../../asking/ask-form.tsx';
import type {Entry} from '../../list/entry-list.tsx';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {line, span, wrap, wrapLines, type Line} from '../../list/line.ts';
import {itemKey, selectedItem} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import {selectionKeys} from '../../keys/selection-keys.ts';
import {glyphs} from '../../theme/glyphs.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import {decisions, useSignOff} from './use-sign-off.ts';
import type {View} from '../../view.ts';

function signOffLines(view: View, signOff: SignOff, width: number): Line[] {
  const {timeZone} = view.handoff;
  const decision = decisions.find(({value}) => value === signOff.decision);
  const day = dayWords(dayIn(timeZone, signOff.at), timeZone, view.now());
  const who = wrap(`${signOff.name}, ${signOff.role}`, width - 4);
  const what = `${decision?.label ?? ''}, ${day} ${timeWords(signOff.at, timeZone)}, version ${shortDigest(signOff.digest)}`;
  const how = [signOff.how, signOff.reference, `entered by ${signOff.enteredBy}`]
    .filter((part) => part !== undefined)
    .join(', ');
  return [
    ...who.map((row, index): Line => [
      span(
        index > 0 ? '    ' : `  ${signOff.decision === 'declined' ? glyphs.cross : glyphs.done} `,
        decision?.token,
      ),
      span(row),
    ]),
    ...wrapLines(what, width - 6, decision?.token).map((row): Line => [span('      '), ...row]),
    ...wrapLines(how, width - 6, 'muted').map((row): Line => [span('      '), ...row]),
    ...wordsLines(signOff, width - 6).map((row): Line => [span('      '), ...row]),
  ];
}

/** Its conditions, each by its number, or its reason. */
function wordsLines({conditions, remarks}: SignOff, width: number): Line[] {
  if (!conditions) return remarks ? wrapLines(remarks, width) : [];
  return conditions.flatMap((text, index) => {
    const number = `${index + 1}. `;
    return wrap(text, width - number.length).map((row, at) =>
      line(`${at === 0 ? number : ' '.repeat(number.length)}${row}`),
    );
  });
}

/** The receiver's decision, by a named person. */
export function SignOffStep({view}: {readonly view: View}) {
  const items = stepItems(view.step);
  const item = selectedItem(items, view.selected) ?? items[0];
  const itemKeys = useItemKeys(view, item);
  const form = useSignOff(view);
  const ids = items.map((one) => itemKey(one));
  const keys: KeyLayer = form.ask
    ? [...askKeys(form.ask, form.leave), ...form.keys]
    : itemKeys.question
      ? itemKeys.layer
      : [
          {action: 'signOff', run: form.begin, isPrimary: true},
          ...itemKeys.layer,
          ...selectionKeys(ids, itemKey(item), view.select),
        ];
  return (
    <StepFrame
      view={view}
      layer={keys}
      isTyping={form.ask !== undefined || itemKeys.question !== undefined}
    >
      {(size) =>
        form.ask ? (
          <AskForm
            title="Sign-off"
            lead={form.lead}
            page={form.page(size.width)}
            top={form.top}
            ask={form.ask}
            {...size}
          />
        ) : (
          <StepBody
            view={{...view, selected: itemKey(item)}}
            size={size}
            question={itemKeys.question}
            entries={[
              ...signOffEntries(view, size.width),
              ...itemEntries(view.step.items, {
                handoff: view.handoff,
                selected: itemKey(item),
                width: size.width,
                now: view.now(),
              }),
            ]}
            detail={(width, height) =>
              item && height > 0 ? itemDetail(view.handoff, item, view.now(), width, height) : []
            }
          />
        )
      }
    </StepFrame>
  );
}

/** What is not as it was accepted; the decision can be recorded anew. */
function changedLines({handoff}: View, width: number): Line[] {
  const {changed} = acceptanceStanding(handoff);
  if (changed.length === 0) return [];
  return [
    line(
      `  ${glyphs.alarm} Changed since: ${changed.length}. s records a decision anew.`,
      'warning',
    ),
    ...changed.flatMap(({text}) =>
      wrap(text, width - 8).map((row, index) =>
        line(`${index === 0 ? '      · ' : '        '}${row}`),
      ),
    ),
  ];
}

function signOffEntries(view: View, width: number): Entry[] {
  const {signOffs} = view.handoff;
  const lines =
    signOffs.length === 0
      ? [line('  Nobody has signed yet.', 'muted')]
      : [
          ...signOffs.flatMap((signOff) => signOffLines(view, signOff, width)),
          ...changedLines(view, width),
        ];
  return [{id: 'sign-offs', isSelectable: false, lines: [...lines, []]}];
}
