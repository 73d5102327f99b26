import type {KeyLayer} from '../../keys/layer.ts';
import {hasEditor} from './field-block.tsx';
import {nextAsked, valueOf} from './form-values.ts';
import type {Form} from './use-form.ts';
import {askBindings} from '../ask-bindings.ts';
import {formBindings} from './form-bindings.ts';
import {frameBindings} from '../../frame/frame-bindings.ts';

/** The keys of a form, for the field that is being filled in. */
export function formKeys(form: Form, saveLabel = 'save'): KeyLayer {
  const {fields, at} = form;
  const field = fields[at];
  const isOut = field !== undefined && valueOf(form.values, field.name).isNotApplicable;
  const isWriting = field !== undefined && hasEditor(field) && !isOut;
  const isLast = nextAsked(form, form.values, at) === undefined;
  const isPicking = field !== undefined && (form.picks?.(field) ?? []).length > 0;
  const next = () => form.move(1);
  const previous = () => form.move(-1);
  return [
    ...(isWriting
      ? ([
          {binding: formBindings.fieldAfter, run: form.goPast, isPrimary: true},
          {binding: formBindings.fieldBefore, run: previous},
        ] as const)
      : ([
          {
            binding: askBindings.save,
            run: form.goOn,
            isPrimary: true,
            label: isLast ? saveLabel : 'next field',
          },
          ...(isPicking
            ? ([
                {binding: formBindings.pickNext, run: () => form.pick(1), isPrimary: true},
                {binding: formBindings.pickBefore, run: () => form.pick(-1)},
                {binding: formBindings.fieldAfter, run: next},
                {binding: formBindings.fieldBefore, run: previous},
              ] as const)
            : ([
                {binding: formBindings.nextField, run: next},
                {binding: formBindings.previousField, run: previous},
              ] as const)),
        ] as const)),
    {binding: formBindings.saveForm, run: form.save, isPrimary: true, label: saveLabel},
    {binding: frameBindings.back, run: form.leave, label: 'leave', isPrimary: true},
    ...(form.canSetAside
      ? ([
          {
            binding: formBindings.fieldNotApplicable,
            run: form.toggleNotApplicable,
            isPrimary: true,
            ...(isOut ? {label: 'applies'} : {}),
          },
          {binding: formBindings.discard, run: form.discard, isPrimary: true},
        ] as const)
      : []),
  ];
}
