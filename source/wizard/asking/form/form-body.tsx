import type {Ref} from 'react';
import {Box} from 'ink';
import stringWidth from 'string-width';
import type {BusinessCalendar} from '../../../handoff/time/business-calendar.ts';
import type {TextEditorHandle} from '../../editor/text-editor.tsx';
import type {Size} from '../../frame/size.ts';
import {line, type Line} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {glyphs} from '../../theme/glyphs.ts';
import {FieldBlock, fieldRows, type FormRoom} from './field-block.tsx';
import type {Form} from './use-form.ts';

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

function more(count: number, arrow: string): Line {
  return count > 0 ? line(`  ${arrow} ${count} more`, 'muted') : [];
}

interface FormBodyProps {
  readonly form: Form;
  /** Rows over the fields. */
  readonly head: readonly Line[];
  readonly editor: Ref<TextEditorHandle>;
  readonly size: Size;
  /** Whether keys go to it. */
  readonly isActive: boolean;
  /** How a day is typed, and what it is counted from, `YYYY-MM-DD`. */
  readonly today: string;
  readonly calendar: BusinessCalendar;
}

/** The fields of a form, one below the other. */
export function FormBody({form, editor, head, size, isActive, today, calendar}: FormBodyProps) {
  const fields = form.fields.filter((field) => form.isShown?.(field) ?? true);
  const current = form.fields[form.at];
  const at = Math.max(0, current ? fields.indexOf(current) : 0);
  const {width, height} = size;
  const labelWidth = Math.max(...fields.map(({label}) => stringWidth(label))) + 4;
  const inner = height - head.length;
  const room: FormRoom = {
    labelWidth,
    valueWidth: width - labelWidth,
    editorRows: Math.max(3, Math.min(10, inner - 6)),
    today,
    calendar,
  };
  const rows = fields.map((field, index) => fieldRows(form, field, index === at, room));
  const [start, end] = fieldsInView(rows, at, inner);
  const isCut = start > 0 || end < fields.length;
  return (
    <Box flexDirection="column">
      <Lines lines={[...head, ...(isCut ? [more(start, glyphs.up)] : [])]} />
      {fields.slice(start, end).map((field, index) => (
        <FieldBlock
          key={field.name}
          form={form}
          field={field}
          isCurrent={start + index === at}
          isActive={isActive}
          room={room}
          editor={editor}
        />
      ))}
      {isCut && <Lines lines={[more(fields.length - end, glyphs.down)]} />}
    </Box>
  );
}
