/** What the page needs of an add-in's manifest: its name, its buttons, where its page is. */
export interface AddinManifest {
  readonly name: string;
  readonly iconUrl: string | null;
  readonly groups: readonly RibbonGroup[];
  /** Page of the shared runtime. */
  readonly pageUrl: string;
  /** Metadata of the custom functions. */
  readonly functionsUrl: string | null;
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly (RibbonButton | RibbonMenu)[];
}

export interface RibbonMenu {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly iconUrl: string | null;
  readonly items: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly iconUrl: string | null;
  readonly action:
    { readonly kind: 'pane'; readonly url: string } | { readonly kind: 'function'; readonly name: string };
}

/** A manifest that the page cannot use; the message says why. */
export class ManifestError extends Error {}

/**
 * Reads an add-in's XML manifest. Addresses in it belong to the server it was built for: only their paths count, the
 * page serves the add-in itself at `base`.
 */
export function readManifest(xml: string, language: string, base: string): AddinManifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) {
    throw new ManifestError('manifest.xml is not well-formed XML');
  }
  const local = (url: string): string => {
    const { pathname, search } = new URL(url, base);
    return new URL(pathname + search, base).href;
  };
  const resources = readResources(document, language);
  const resource = (element: Element | null): string | null => {
    const id = element?.getAttribute('resid');
    return id ? (resources.get(id) ?? null) : null;
  };
  const root = document.documentElement;
  const name = localized(child(root, 'DisplayName'), language) ?? '';
  const page =
    resource(first(root, 'Runtime')) ??
    child(child(root, 'DefaultSettings'), 'SourceLocation')?.getAttribute('DefaultValue') ??
    null;
  if (page === null) throw new ManifestError('manifest.xml names no page (SourceLocation)');

  const iconOf = (element: Element | null): string | null => {
    const images = element ? all(element, 'Image') : [];
    const image = images.find((candidate) => candidate.getAttribute('size') === '32') ?? images[0] ?? null;
    const url = resource(image);
    return url && local(url);
  };
  const faceOf = (control: Element): Omit<RibbonMenu, 'items'> => {
    const tip = child(control, 'Supertip');
    return {
      id: control.getAttribute('id') ?? '',
      label: resource(child(control, 'Label')) ?? '',
      tip: resource(child(tip, 'Description')) ?? resource(child(tip, 'Title')) ?? '',
      iconUrl: iconOf(child(control, 'Icon')),
    };
  };
  const buttonOf = (control: Element): RibbonButton[] => {
    const action = child(control, 'Action');
    const type = action?.getAttribute('xsi:type');
    const target = type === 'ShowTaskpane' ? (resource(child(action, 'SourceLocation')) ?? page) : null;
    const functionName =
      type === 'ExecuteFunction' ? child(action, 'FunctionName')?.textContent?.trim() : null;
    const what: RibbonButton['action'] | null =
      target !== null
        ? { kind: 'pane', url: local(target) }
        : functionName
          ? { kind: 'function', name: functionName }
          : null;
    if (!what) return [];
    return [{ ...faceOf(control), action: what }];
  };
  const controlOf = (control: Element): (RibbonButton | RibbonMenu)[] => {
    if (control.getAttribute('xsi:type') !== 'Menu') return buttonOf(control);
    const items = all(control, 'Item').flatMap(buttonOf);
    return items.length === 0 ? [] : [{ ...faceOf(control), items }];
  };
  const groups = all(root, 'Group').map((group) => ({
    id: group.getAttribute('id') ?? '',
    label: resource(child(group, 'Label')) ?? name,
    controls: all(group, 'Control').flatMap(controlOf),
  }));
  const functions = all(root, 'ExtensionPoint').find(
    (point) => point.getAttribute('xsi:type') === 'CustomFunctions',
  );
  const metadata = functions ? resource(child(child(functions, 'Metadata'), 'SourceLocation')) : null;
  const icon = child(root, 'IconUrl')?.getAttribute('DefaultValue') ?? null;
  return {
    name,
    iconUrl: icon && local(icon),
    groups,
    pageUrl: local(page),
    functionsUrl: metadata && local(metadata),
  };
}

/** Elements by local name, whatever their prefix. */
function all(parent: Element, name: string): Element[] {
  return [...parent.getElementsByTagNameNS('*', name)];
}

function first(parent: Element, name: string): Element | null {
  return all(parent, name)[0] ?? null;
}

function child(parent: Element | null, name: string): Element | null {
  return parent ? ([...parent.children].find(({ localName }) => localName === name) ?? null) : null;
}

/** An element's DefaultValue, or the override for a language ("zh" serves "zh-CN"). */
function localized(element: Element | null, language: string): string | null {
  if (!element) return null;
  const wanted = language.toLowerCase();
  const override = [...element.children].find((candidate) => {
    const locale = candidate.getAttribute('Locale')?.toLowerCase() ?? '';
    return candidate.localName === 'Override' && (locale === wanted || locale.split('-')[0] === wanted);
  });
  return override?.getAttribute('Value') ?? element.getAttribute('DefaultValue');
}

function readResources(document: Document, language: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const resources of all(document.documentElement, 'Resources')) {
    for (const kind of ['Image', 'Url', 'String']) {
      for (const element of all(resources, kind)) {
        const id = element.getAttribute('id');
        const value = localized(element, language);
        if (id && value !== null) found.set(id, value);
      }
    }
  }
  return found;
}
