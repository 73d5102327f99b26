import type {DocumentName} from '../../../documents/document-names.ts';
import {keepKey} from '../../keeping/open-keeping.tsx';
import type {KeyLayer} from '../../keys/layer.ts';
import type {View} from '../../view.ts';
import type {StepContent} from '../step-content.ts';
import {textStep} from '../text/step.tsx';
import {Preview} from './preview.tsx';
import {readinessDetail, readinessLines, readinessRows, type ReadinessLine} from './rows.ts';
import {useReadiness} from './use-readiness.ts';
import {askToWrite} from './write.ts';
import {documentsBindings} from './bindings.ts';

function preview(view: View, name: DocumentName): void {
  view.open((now, close) => <Preview view={now} name={name} onClose={close} />);
}

function lineKeys(view: View, {readiness, finding}: ReadinessLine): KeyLayer {
  const {document} = readiness;
  const show = () => preview(view, document);
  if (!finding) return [{binding: documentsBindings.openPreview, run: show, isPrimary: true}];
  const {place, toDo} = finding;
  return [
    {
      binding: documentsBindings.closeGap,
      isPrimary: true,
      run: () =>
        place ? view.goTo(place, {isDetour: true}) : view.say({text: toDo, token: 'accent'}),
    },
    {binding: documentsBindings.preview, run: show, isPrimary: true},
  ];
}

/**
 * The parts of the handoff document as texts, how far each document is with its gaps, and the key
 * that writes the documents out.
 */
export function useDocuments(view: View): StepContent {
  const lines = readinessLines(useReadiness(view), view.selected);
  const texts = textStep(view);
  return {
    ...texts,
    rows: [...texts.rows, ...readinessRows(view.handoff, lines)],
    at(selected) {
      const line = lines.find(({id}) => id === selected);
      if (!line) return texts.at(selected);
      return {
        keys: lineKeys(view, line),
        detail: (width) => readinessDetail(view.handoff, line, width, view.now()),
      };
    },
    keys: [
      {binding: documentsBindings.writeDocuments, run: () => askToWrite(view), isPrimary: true},
      {binding: documentsBindings.preview, run: () => preview(view, 'handoff-document')},
      {...keepKey(view), isPrimary: true, label: 'archive'},
    ],
  };
}
