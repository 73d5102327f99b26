import type {KeyLayer} from '../../keys/layer.ts';
import {hasEditor} from './field-block.tsx';
import {nextAsked, valueOf} from './form-values.ts';
import type {Form} from './use-form.ts';

/** The keys of a form, for the field that is being filled in. */
export function formKeys(form: Form, saveLabel = 'save'): KeyLayer {
  const {fields, at} = form;
  const field = fields[at];
  const isOut = field !== undefined && valueOf(form.values, field.name).isNotApplicable;
  const isWriting = field !== undefined && hasEditor(field) && !isOut;
  const isLast = nextAsked(fields, form.values, at) === undefined;
  const next = () => form.move(1);
  const previous = () => form.move(-1);
  return [
    ...(isWriting
      ? ([
          {action: 'fieldAfter', run: next, isPrimary: true},
          {action: 'fieldBefore', run: previous},
        ] as const)
      : ([
          {
            action: 'save',
            run: form.goOn,
            isPrimary: true,
            label: isLast ? saveLabel : 'next field',
          },
          {action: 'nextField', run: next},
          {action: 'previousField', run: previous},
        ] as const)),
    {action: 'saveForm', run: form.save, isPrimary: true, label: saveLabel},
    {action: 'back', run: form.leave, label: 'leave', isPrimary: true},
    ...(form.canSetAside
      ? ([
          {
            action: 'fieldNotApplicable',
            run: form.toggleNotApplicable,
            isPrimary: true,
            ...(isOut ? {label: 'applies'} : {}),
          },
          {action: 'discard', run: form.discard, isPrimary: true},
        ] as const)
      : []),
  ];
}
