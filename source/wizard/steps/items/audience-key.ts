import {audienceOf} from '../../../handoff/audience/audience-of.ts';
import type {Change} from '../../../handoff/changes/catalogue.ts';
import {lineKey, type Line} from '../../../handoff/model/place.ts';
import type {Audience} from '../../../playbook/playbook.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {span, type Line as Words} from '../../list/line.ts';
import type {View} from '../../view.ts';
import {itemBindings} from './item-bindings.ts';

/** What has an audience that a person can set. */
type Addressed = Extract<Line, {kind: 'item' | 'row' | 'note' | 'follow-up'}>;

function addressing({kind, id}: Addressed, audience: Audience): Change {
  switch (kind) {
    case 'item':
      return {type: 'item/addressed', item: id, audience};
    case 'row':
      return {type: 'record/addressed', record: id, audience};
    case 'note':
      return {type: 'note/addressed', note: id, audience};
    case 'follow-up':
      return {type: 'follow-up/addressed', followUp: id, audience};
  }
}

/** The key that keeps a line from the customer, or lets them read it; the same on every screen. */
export function audienceKey(view: View, line: Addressed): KeyLayer {
  const isInternal = audienceOf(view.handoff, line) === 'internal';
  const change = addressing(line, isInternal ? 'customer' : 'internal');
  const off = answerProblem(view, change);
  return [
    {
      binding: itemBindings.audience,
      label: isInternal ? 'let the customer read it' : 'internal',
      run: () =>
        void view.dispatch([change], {
          select: lineKey(line),
          said: isInternal
            ? 'The customer may read it from now on.'
            : 'Internal: it reaches nothing for the customer.',
        }),
      ...(off === undefined ? {} : {offBecause: off}),
    },
  ];
}

/** Said in the detail of a line that the customer does not read. */
export function audienceLine({handoff}: Pick<View, 'handoff'>, line: Addressed): Words[] {
  const isInternal = audienceOf(handoff, line) === 'internal';
  return isInternal ? [[span('Internal: the customer does not read it.', 'muted')]] : [];
}
