import { createRoot } from 'react-dom/client';
import { registerCommands } from '../commands';
import { startFailed } from '../locales/start';
import { catalog } from '../templates/catalog';
import { App } from './App';
import { Dressed } from './Dressed';
import { dressStore } from './dress';
import { excelHost } from './host';
import './pane.css';

async function start(): Promise<void> {
  await Office.onReady();
  registerCommands(catalog.map(({ id }) => id));
  const container = document.getElementById('root');
  if (!container) throw new Error('The page has no element #root');
  try {
    const store = await dressStore(excelHost);
    createRoot(container).render(
      <Dressed host={excelHost} store={store}>
        <App />
      </Dressed>,
    );
  } catch (error) {
    container.textContent = startFailed;
    container.setAttribute('role', 'alert');
    throw error;
  }
}

void start();
