import {useRef} from 'react';
import {Box} from 'ink';
import stringWidth from 'string-width';
import {recordTitle} from '../../handoff/registers/records.ts';
import {allItems} from '../../playbook/walk.ts';
import {article, capitalized} from './record-entries.ts';
import {line, spread, truncate, type Line} from '../list/line.ts';
import {Lines} from '../list/lines.tsx';
import {StepFrame} from '../frame/step-frame.tsx';
import type {TextEditorHandle} from '../editor/text-editor.tsx';
import type {KeyLayer} from '../keys/layer.ts';
import {FieldBlock, fieldRows, hasEditor, type FormRoom} from './field-block.tsx';
import {nextAsked, valueOf} from './form-values.ts';
import {useRecordForm, type RecordFormOptions, type RecordFormState} from './use-record-form.ts';
import {glyphs} from '../theme/glyphs.ts';

/** The fields in view: as many as fit, the current one always among them, and where they begin. */
function fieldsInView(
  rows: readonly number[],
  at: number,
  height: number,
): readonly [number, number] {
  const total = (from: number, to: number) =>
    rows.slice(from, to).reduce((sum, count) => sum + count, 0);
  if (total(0, rows.length) <= height) return [0, rows.length];
  const inner = height - 2;
  let start = 0;
  const wanted = Math.min(rows.length, at + 2);
  while (start < at && total(start, wanted) > inner) start += 1;
  let end = at + 1;
  while (end < rows.length && total(start, end + 1) <= inner) end += 1;
  return [start, end];
}

function formKeys(form: RecordFormState): KeyLayer {
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
            label: isLast ? 'save' : 'next field',
          },
          {action: 'nextField', run: next},
          {action: 'previousField', run: previous},
        ] as const)),
    {action: 'saveForm', run: form.save, isPrimary: true},
    {action: 'back', run: form.leave, label: 'leave', isPrimary: true},
    {
      action: 'fieldNotApplicable',
      run: form.toggleNotApplicable,
      isPrimary: true,
      ...(isOut ? {label: 'applies'} : {}),
    },
    {action: 'discard', run: form.discard, isPrimary: true},
  ];
}

function heading(options: RecordFormOptions, form: RecordFormState, width: number): Line[] {
  const {view, record} = options;
  const {one} = form.facts.register;
  const item = allItems(view.handoff.playbook).find(({item}) => item.id === options.item)?.item;
  const title = record ? `${capitalized(one)}: ${recordTitle(record)}` : `Add ${article(one)}`;
  const place = truncate(item?.text ?? '', Math.floor(width / 2));
  const room = width - stringWidth(place) - 1;
  const state = form.isRestored
    ? line('What you typed before is back; Ctrl+G takes it away.', 'accent')
    : form.isKept
      ? line('Kept as a draft until you save it.', 'muted')
      : line('A field may wait: the row then says what is missing.', 'muted');
  return [
    spread(line(truncate(title, room), 'heading'), line(place, 'muted'), width),
    state.map((part) => ({...part, text: truncate(part.text, width)})),
    [],
  ];
}

/**
 * One row of a register, field by field, over the whole screen. Any screen can show it in its place;
 * it saves by itself and calls back when it is closed.
 */
export function RecordForm(options: RecordFormOptions) {
  const editor = useRef<TextEditorHandle>(null);
  const form = useRecordForm(options, editor);
  const {fields, at} = form;
  const labelWidth = Math.max(...fields.map(({label}) => stringWidth(label))) + 4;
  return (
    <StepFrame view={options.view} layer={formKeys(form)} isTyping isWide>
      {({width, height}) => {
        const head = heading(options, form, width);
        const inner = height - head.length;
        const room: FormRoom = {
          labelWidth,
          valueWidth: width - labelWidth,
          editorRows: Math.max(3, Math.min(10, inner - 6)),
        };
        const rows = fields.map((field, index) => fieldRows(form, field, index === at, room));
        const [start, end] = fieldsInView(rows, at, inner);
        const isCut = start > 0 || end < fields.length;
        const more = (count: number, arrow: string) =>
          count > 0 ? line(`  ${arrow} ${count} more`, 'muted') : [];
        return (
          <Box flexDirection="column">
            <Lines lines={[...head, ...(isCut ? [more(start, glyphs.up)] : [])]} />
            {fields.slice(start, end).map((field, index) => (
              <FieldBlock
                key={field.name}
                view={options.view}
                form={form}
                field={field}
                isCurrent={start + index === at && options.view.asked.length === 0}
                room={room}
                editor={editor}
              />
            ))}
            {isCut && <Lines lines={[more(fields.length - end, glyphs.down)]} />}
          </Box>
        );
      }}
    </StepFrame>
  );
}
