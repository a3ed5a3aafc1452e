import { createRoot } from 'react-dom/client';
import { registerCommands } from '../commands';
import { templates } from '../templates';
import { App } from './App';
import { excelHost } from './host';
import './pane.css';
import { Surrounded, surroundingsStore } from './Theme';

void Office.onReady(() => {
  const container = document.getElementById('root');
  if (!container) throw new Error('The page has no element #root');
  registerCommands(templates.map((template) => template.id));
  const store = surroundingsStore(excelHost);
  createRoot(container).render(
    <Surrounded host={excelHost} store={store}>
      <App />
    </Surrounded>,
  );
});
