import type {Ref} from 'react';
import {Box, Text} from 'ink';
import stringWidth from 'string-width';
import type {BusinessCalendar} from '../../../handoff/time/business-calendar.ts';
import {dayHint, pastDayHint, readDate} from '../../../handoff/time/dates.ts';
import {leanOf, type Field} from '../../../handoff/registers/field.ts';
import {line, span, truncate, wrapLines, type Line} from '../../list/line.ts';
import {Lines} from '../../list/lines.tsx';
import {dayEcho} from '../date-ask.ts';
import {formFieldCommand} from '../../editor/editor-keys.ts';
import {TextEditor, type TextEditorHandle} from '../../editor/text-editor.tsx';
import {TextInput} from '../../editor/text-input.tsx';
import {glyphs} from '../../theme/glyphs.ts';
import {tokens, type Token} from '../../theme/tokens.ts';
import {ChoiceField} from './choice-field.tsx';
import {pickLines} from './pick-lines.ts';
import {isAskedIn, valueOf, type FormValue} from './form-values.ts';
import type {Form} from './use-form.ts';

/** The room of a form's fields. */
export interface FormRoom {
  readonly labelWidth: number;
  readonly valueWidth: number;
  /** Rows that an editor may take at the most. */
  readonly editorRows: number;
  /** `YYYY-MM-DD`, from which a typed day is counted. */
  readonly today: string;
  /** On which days people work. */
  readonly calendar: BusinessCalendar;
}

const leastEditorRows = 3;

/** Names under a field; typing a letter or two finds the others. */
const mostOffers = 4;

export function hasEditor({kind}: Field): boolean {
  return kind === 'text' || kind === 'commands' || kind === 'steps';
}

function editorRows({text}: FormValue, {editorRows: most}: FormRoom): number {
  return Math.max(leastEditorRows, Math.min(most, text.split('\n').length + 1));
}

/** Rows that the choices take when they flow. */
function choiceRows(choices: readonly string[], width: number): number {
  let rows = 1;
  let used = 0;
  for (const choice of choices) {
    const cells = stringWidth(choice) + 2;
    if (used > 0 && used + 2 + cells > width) {
      rows += 1;
      used = 0;
    }
    used += cells + (used > 0 ? 2 : 0);
  }
  return rows;
}

/** How a field is filled in, where that is not seen at once. */
function manner(field: Field): string {
  if (field.kind === 'date') return ` ${field.time === 'done' ? pastDayHint : dayHint}`;
  if (field.choices) return ' ← → or a letter changes it.';
  return hasEditor(field) ? ' Enter begins a new line; Tab goes on.' : '';
}

function dayLines(day: string, {today, calendar, valueWidth}: FormRoom): Line[] {
  const {text, token} = dayEcho(day, today, calendar);
  return wrapLines(text, valueWidth, token);
}

/** The known that begin with what was typed; in an empty field, all of them. */
function fittingOffers(form: Form, field: Field): readonly string[] {
  const typed = valueOf(form.values, field.name).text.toLowerCase();
  const offers = form.offers?.(field, form.values) ?? [];
  return offers.filter(
    (offer) => offer.toLowerCase().startsWith(typed) && offer.length > typed.length,
  );
}

/** The first of those; nothing before a letter was typed. */
function completionOf(form: Form, field: Field): string {
  const {text} = valueOf(form.values, field.name);
  return text === '' ? '' : (fittingOffers(form, field)[0] ?? '');
}

function offerLines(form: Form, field: Field, width: number): Line[] {
  const offers = fittingOffers(form, field).slice(0, mostOffers);
  if (offers.length === 0) return [];
  const isEmpty = valueOf(form.values, field.name).text === '';
  const lead = isEmpty ? 'Known:' : '→ takes';
  return [line(truncate(`${lead} ${offers.join(', ')}`, width), 'accent')];
}

/** What stands under a field: its mistake, what a day comes to, or what belongs there. */
function below(form: Form, field: Field, isCurrent: boolean, room: FormRoom): Line[] {
  const {valueWidth, today} = room;
  const problem = form.problemWith(field, form.values);
  const isName = field === form.fields[0];
  // An empty name is no mistake before somebody wants to save.
  const isEmptyName = isName && valueOf(form.values, field.name).text.trim() === '';
  const isSaid = isCurrent ? form.isTold : !isEmptyName;
  const {text, isNotApplicable} = valueOf(form.values, field.name);
  const picks = isCurrent ? pickLines(form.picks?.(field) ?? [], text, valueWidth) : [];
  if (problem !== undefined && isSaid)
    return [...wrapLines(problem, valueWidth, 'danger'), ...picks];
  if (!isCurrent) return [];
  if (isNotApplicable) {
    const least =
      form.reasonLength === undefined ? '' : ` At least ${form.reasonLength} characters.`;
    return wrapLines(`Why it does not apply; the document says it.${least}`, valueWidth, 'muted');
  }
  const reading =
    field.kind === 'date' && text.trim() ? readDate(text, today, leanOf(field)) : undefined;
  if (reading && 'date' in reading) return dayLines(reading.date, room);
  const remark = field.isInternal ? ' Internal.' : '';
  const said = form.remark?.(field, form.values);
  return [
    ...(said
      ? wrapLines(said.text, valueWidth, said.token)
      : wrapLines(`${field.hint}${manner(field)}${remark}`, valueWidth, 'muted')),
    ...(picks.length > 0 ? picks : offerLines(form, field, valueWidth)),
  ];
}

/** A field that is not being filled in, in a row. */
function restingValue(
  {text, reason, isNotApplicable}: FormValue,
  {isNeeded}: {readonly isNeeded: boolean},
): Line {
  if (isNotApplicable) return line(`not applicable: ${reason}`, 'muted');
  const [first = '', ...more] = text.trim().split('\n');
  if (first !== '')
    return [
      span(first),
      ...(more.length > 0
        ? [span(` (${more.length} more line${more.length === 1 ? '' : 's'})`, 'muted')]
        : []),
    ];
  return isNeeded ? line('needed', 'warning') : line('–', 'muted');
}

function fit(spans: Line, width: number): Line {
  let room = width;
  return spans.map(({text, token = 'plain'}) => {
    const shown = truncate(text, room);
    room -= stringWidth(shown);
    return span(shown, token);
  });
}

/** Rows that a field takes. */
export function fieldRows(form: Form, field: Field, isCurrent: boolean, room: FormRoom): number {
  const under = below(form, field, isCurrent, room).length;
  const value = valueOf(form.values, field.name);
  if (!isCurrent || value.isNotApplicable) return 1 + under;
  if (hasEditor(field)) return editorRows(value, room) + under;
  return (field.choices ? choiceRows(field.choices, room.valueWidth) : 1) + under;
}

interface FieldBlockProps {
  readonly form: Form;
  readonly field: Field;
  /** Whether it is being filled in. */
  readonly isCurrent: boolean;
  /** Whether keys go to it then. */
  readonly isActive: boolean;
  readonly room: FormRoom;
  readonly editor: Ref<TextEditorHandle>;
}

/** One field: its label, its value or the way to type it, and what is to be said about it. */
export function FieldBlock({form, field, isCurrent, isActive, room, editor}: FieldBlockProps) {
  const {labelWidth, valueWidth} = room;
  const token: Token = isCurrent ? 'selected' : 'plain';
  const label = `${isCurrent ? glyphs.cursor : ' '} ${field.label}`;
  const under = below(form, field, isCurrent, room);
  const value = valueOf(form.values, field.name);
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Box>
        <Box width={labelWidth} flexShrink={0}>
          <Text {...tokens[token]} wrap="truncate-end">
            {label}
          </Text>
        </Box>
        {isCurrent ? (
          <FieldInput form={form} field={field} isActive={isActive} room={room} editor={editor} />
        ) : (
          <Lines
            lines={[
              fit(
                restingValue(value, {isNeeded: field.isRequired && isAskedIn(form.values, field)}),
                valueWidth,
              ),
            ]}
          />
        )}
      </Box>
      {under.length > 0 && (
        <Lines lines={under.map((row): Line => [span(' '.repeat(labelWidth)), ...row])} />
      )}
    </Box>
  );
}

function FieldInput({form, field, isActive, room, editor}: Omit<FieldBlockProps, 'isCurrent'>) {
  const {name} = field;
  const value = valueOf(form.values, name);
  const type = (part: Partial<FormValue>) => void form.change(name, part).catch(form.tell);
  if (value.isNotApplicable) {
    const lead = 'not applicable: ';
    return (
      <Box>
        <Text {...tokens.muted}>{lead}</Text>
        <TextInput
          key={`${name} reason`}
          initialText={value.reason}
          isActive={isActive}
          width={room.valueWidth - lead.length}
          onChange={(reason) => type({reason})}
        />
      </Box>
    );
  }
  if (field.choices)
    return (
      <Box width={room.valueWidth}>
        <ChoiceField
          choices={field.choices}
          value={value.text}
          isActive={isActive}
          onChange={(text) => type({text})}
        />
      </Box>
    );
  if (hasEditor(field))
    return (
      <TextEditor
        key={name}
        ref={editor}
        initialText={value.text}
        width={room.valueWidth}
        height={editorRows(value, room)}
        isActive={isActive}
        commandFor={formFieldCommand}
        onEdge={(direction) => form.move(direction === 'up' ? -1 : 1)}
        onKeep={(text) => form.change(name, {text})}
        onProblem={form.tell}
      />
    );
  return (
    <TextInput
      key={`${name} ${form.picked}`}
      initialText={value.text}
      completion={completionOf(form, field)}
      isActive={isActive}
      width={room.valueWidth}
      onChange={(text) => type({text})}
    />
  );
}
