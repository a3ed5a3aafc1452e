import { attachHost, type AddinWindow, type Host, type HostOptions } from './index';
import type { WorkbookModel } from '../model/types';

/** The name under which a page of the workbench offers the host to the add-in's frame. */
const OFFER = 'attachAddin';

interface OfferingWindow {
  [OFFER]?: (frame: AddinWindow) => void;
}

/**
 * Offers Excel to the frames of this page: the script that the server puts before office.js calls
 * `parent.attachAddin(window)`. Each load of the frame gets a host of its own; `onAttach` learns of it.
 */
export function offerHost(
  page: Window,
  workbook: () => WorkbookModel,
  options: () => HostOptions,
  onAttach: (host: Host) => void,
): () => void {
  const offering = page as OfferingWindow;
  const attached = new Map<AddinWindow, Host>();
  offering[OFFER] = (frame) => {
    attached.get(frame)?.detach();
    const host = attachHost(frame, workbook(), options());
    attached.set(frame, host);
    onAttach(host);
  };
  return () => {
    delete offering[OFFER];
    for (const host of attached.values()) host.detach();
  };
}

/** The script for the add-in's page, to be served and run before office.js. */
export const frameScript = `if (window.parent !== window && window.parent.${OFFER}) window.parent.${OFFER}(window);`;
