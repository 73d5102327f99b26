import {
  amount,
  formatAmount,
  isAmount,
  parseAmount,
  type Amount,
} from '../../assertions/amounts.ts';
import type {Assertion} from '../../assertions/assertion.ts';
import {namedForm} from '../../assertions/forms.ts';
import {truthOf} from '../../assertions/holds.ts';
import {decide, type Leaf} from '../../assertions/leaves.ts';
import {parseAssertion} from '../../assertions/parse-assertion.ts';
import type {Judgement, Subject} from '../../assertions/subject.ts';
import {statedAs} from '../../assertions/in-words.ts';
import type {Metric} from '../../check-result.ts';

interface Named {
  readonly label: string;
  readonly assertion: Assertion;
}

function isPlain({dimension}: Amount): boolean {
  return dimension === 'number' || dimension === 'percent';
}

/** A number with the meaning of its unit; a plain number where the unit has none for us. */
function amountOf(value: number, unit: string): Amount {
  if (unit === 'us') return amount(value / 1000, 'duration');
  return parseAmount(`${value}${unit}`) ?? amount(value);
}

/** A statement without a unit is about the number as the plugin wrote it. */
function isPlainLeaf(leaf: Leaf): boolean {
  const than = leaf.type === 'compares' ? leaf.than : leaf.type === 'equals' && leaf.value;
  return isAmount(than) && isPlain(than);
}

function judgeMetric({value, unit}: Metric, {label, assertion}: Named, subject: string): Judgement {
  const stated = {subject: `${subject} ${label}`, ...statedAs(assertion)};
  if (value === null) return {...stated, actual: 'not known to the plugin (U)', isMet: false};
  const read = amountOf(value, unit);
  return {
    ...stated,
    actual: isPlain(read) ? `${value}${unit}` : formatAmount(read),
    isMet:
      decide(assertion, (leaf) => truthOf(leaf, isPlainLeaf(leaf) ? amount(value) : read)) === true,
  };
}

/** A map of labels to statements about the numbers that a plugin gave. */
export const metricsSubject: Subject<readonly Named[], readonly Metric[]> = {
  form: {...namedForm('amount'), title: 'map of labels'},
  parse(input, {subject, path, report}) {
    const isMap = typeof input === 'object' && input !== null && !Array.isArray(input);
    if (!isMap || Object.keys(input).length === 0) {
      const message = `"${subject}" takes a map of labels, such as {load1: {below: 4}}.`;
      report({path, message});
      return undefined;
    }
    const parsed = Object.entries(input).map(([label, value]): Named | undefined => {
      const place = {subject: `${subject} ${label}`, path: path.concat(label), report};
      const assertion = parseAssertion(value, {...place, shape: 'amount'});
      return assertion && {label, assertion};
    });
    return parsed.every((one) => one !== undefined) ? parsed : undefined;
  },
  judge: (named, measured, subject) =>
    named.flatMap((one): Judgement[] => {
      const found = (measured ?? []).filter(({label}) => label === one.label);
      if (found.length > 0) return found.map((metric) => judgeMetric(metric, one, subject));
      const labels = (measured ?? []).map(({label}) => label);
      const given = labels.length === 0 ? 'no numbers' : labels.join(', ');
      return [
        {
          subject: `${subject} ${one.label}`,
          ...statedAs(one.assertion),
          actual: measured ? 'absent' : 'not measured',
          remark: measured && `(the plugin gave ${given})`,
          isMet: false,
        },
      ];
    }),
};
