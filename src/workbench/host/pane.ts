import { type HostEntry, MessageCategory } from './wire';

export const RUNTIME_STATES = ['Inactive', 'Background', 'Visible'] as const;
export type RuntimeState = (typeof RUNTIME_STATES)[number];

const VISIBILITY_CHANGED = 65539;

/** Whether a person sees the add-in's pane. Its page is also the runtime of its commands and runs on when hidden. */
export class PaneVisibility {
  private visible = true;

  constructor(
    /** The page asks to be shown or hidden. */
    private readonly asked: (visible: boolean) => void,
    private readonly send: (entries: readonly HostEntry[]) => void,
  ) {}

  get state(): RuntimeState {
    return this.visible ? 'Visible' : 'Background';
  }

  /** Office.addin.showAsTaskpane() and hide(). */
  ask(state: RuntimeState): void {
    const visible = state === 'Visible';
    this.asked(visible);
    this.changed(visible);
  }

  /** The pane was shown or hidden, by whomever: the page hears of it. */
  changed(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    const message = JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' });
    const { event: messageCategory } = MessageCategory;
    this.send([{ messageCategory, messageType: VISIBILITY_CHANGED, targetId: '', message }]);
  }
}
