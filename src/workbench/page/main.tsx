import { createRoot } from 'react-dom/client';
import { createWorkbook } from '../model/index';
import { App } from './App';
import { fileAccess } from './fileAccess';
import { createEvaluate } from './formats/evaluate';
import { createMeasure } from './grid/measure';
import { createStyleClasses } from './grid/styleClasses';
import type { PageServices, Sample } from './services';

const SAMPLE_FILES: Readonly<Record<Sample, string>> = { office: 'sample', retail: 'sample-retail' };

const services: PageServices = {
  files: fileAccess,
  evaluate: createEvaluate(),
  measure: createMeasure(),
  classes: createStyleClasses(),
  createWorkbook: (name, locale) => createWorkbook({ name, locale }),
  manifestUrl: '/manifest.xml',
  sampleUrl: (sample, language) => `samples/${SAMPLE_FILES[sample]}-${language}.xlsx`,
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element #root');
createRoot(root).render(<App services={services} />);
