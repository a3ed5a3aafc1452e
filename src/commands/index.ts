/** Ribbon buttons: each template has one, named by its id; it opens the pane with that template. */

type Listener = (template: string) => void;

let listener: Listener | null = null;
let waiting: string | null = null;

/** The pane hears which template a ribbon button asked for, also when the button came before the pane. */
export function onTemplateAsked(heard: Listener): () => void {
  listener = heard;
  if (waiting !== null) heard(waiting);
  waiting = null;
  return () => {
    listener = null;
  };
}

function ask(template: string): void {
  if (listener) listener(template);
  else waiting = template;
}

/** Brings the pane to a template and lets Excel know when that is done; an action can come without an event. */
export async function openTemplate(
  template: string,
  event: Office.AddinCommands.Event | null,
): Promise<void> {
  ask(template);
  try {
    await Office.addin.showAsTaskpane();
  } finally {
    // Whatever happens to the pane, Excel must hear that the command ended, or the button stays dead.
    event?.completed();
  }
}

/** Ties the manifest's function names to the templates; the runtime is shared, so this runs where the pane runs. */
export function registerCommands(templates: readonly string[]): void {
  for (const template of templates) {
    Office.actions.associate(template, (event: Office.AddinCommands.Event | null) => {
      void openTemplate(template, event);
    });
  }
}
